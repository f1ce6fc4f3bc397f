package io.multishot.processor;

import io.multishot.processor.read.Problem;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The mistakes that only the declaration of a slab can have, or where its limits are others. */
final class SlabMistakes {

  private SlabMistakes() {}

  static Stream<Mistake> all() {
    return Stream.of(
        new Mistake(
            Problem.KIND,
            "@MultiShotSlab belongs on an interface or a record, and Mistake is a class. Declare an"
                + " interface for the slab: @MultiShotSlab(type = long.class)",
            "/*here*/@MultiShotSlab(type = long.class) class Mistake {}"),
        new Mistake(
            Problem.ID_BITS,
            "an id cannot have 64 bits",
            "@MultiShotSlab(type = long.class, idBits = /*here*/64) interface Mistake {}"),
        new Mistake(
            Problem.ID_BITS,
            "an id cannot have 31 bits",
            "@MultiShotSlab(type = long.class, idBits = /*here*/31) interface Mistake {}"),
        new Mistake(
            Problem.ID_BITS,
            "Give a number from 32 to 63",
            "@MultiShotSlab(idBits = /*here*/-1) record Mistake(long price) {}"),
        new Mistake(
            Problem.TOO_MANY,
            "together they take 253 places, of which a long and a double take two, and there are"
                + " 252",
            IntStream.range(0, 126)
                .mapToObj(i -> "double a" + i + "();")
                .collect(
                    Collectors.joining(
                        "", "/*here*/@MultiShotSlab interface Mistake { int a();", "}"))),
        new Mistake(
            Problem.HIDDEN,
            "the class Copy inside the slab, because the class example.Mistake.Copy hides it",
            "/*here*/@MultiShotSlab interface Mistake { Copy copy(); class Copy {} }"),
        new Mistake(
            Problem.HIDDEN,
            "the runtime's class Slab, because the variable Slab hides it",
            "/*here*/@MultiShotSlab interface Mistake { int Slab = 1; String venue(); }"),
        new Mistake(
            Problem.HIDDEN,
            "the package io, because the variable io hides it",
            "/*here*/@MultiShotSlab interface Mistake<Slab> { int io = 1; Slab all(); }"),
        new Mistake(
            Problem.NAME_LONG,
            "a name of 242 bytes",
            "@MultiShotSlab(type = long.class, name = /*here*/\"%s\") interface Mistake {}"
                .formatted("\u00e9".repeat(121))),
        new Mistake(
            Problem.NAME_NESTED,
            "\"Copy\" is the name of a class inside the slab",
            "@MultiShotSlab(type = long.class, name = /*here*/\"Copy\") interface Mistake {}"),
        new Mistake(
            Problem.NAME_TAKEN,
            "the slab of example.Mistake would be named example.Quotes, as is the channel of"
                + " example.Mistake. Choose another name: @MultiShotSlab(name",
            """
            @MultiShot(type = long.class, name = "Quotes")
            @MultiShotSlab(type = long.class, name = /*here*/"Quotes")
            interface Mistake {}
            """));
  }
}
