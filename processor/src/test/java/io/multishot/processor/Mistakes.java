package io.multishot.processor;

import io.multishot.processor.read.Problem;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The mistakes that {@link DiagnosticsTest} makes: one or more for each problem. */
final class Mistakes {

  private Mistakes() {}

  static Stream<Mistake> all() {
    return Stream.of(
            ofEither(),
            ofEither().map(Mistake::ofSlab),
            ofChannels(),
            SlabMistakes.all(),
            CallMistakes.all())
        .flatMap(mistakes -> mistakes);
  }

  /** Those whose messages tell of names that only channels have. */
  private static Stream<Mistake> ofChannels() {
    return Stream.of(
        new Mistake(
            Problem.HIDDEN,
            "the class View inside the channel, because the class example.Mistake.View hides it",
            "/*here*/@MultiShot interface Mistake { View view(); class View {} }"),
        new Mistake(
            Problem.NAME_LONG,
            "a name of 238 bytes",
            "@MultiShot(type = long.class, name = /*here*/\"%s\") interface Mistake {}"
                .formatted("\u00e9".repeat(119))),
        new Mistake(
            Problem.NAME_NESTED,
            "\"Sender\" is the name of a class inside",
            "@MultiShot(type = long.class, name = /*here*/\"Sender\") interface Mistake {}"));
  }

  /** Those that declarations of channels and of slabs can have. */
  private static Stream<Mistake> ofEither() {
    return Stream.of(
        new Mistake(
            Problem.KIND,
            "Mistake is a class",
            "/*here*/@MultiShot(type = long.class) class Mistake {}"),
        new Mistake(
            Problem.KIND,
            "Mistake is an enum",
            "/*here*/@MultiShot(type = long.class) enum Mistake {}"),
        new Mistake(
            Problem.KIND,
            "Mistake is an annotation type",
            "/*here*/@MultiShot(type = long.class) @interface Mistake {}"),
        new Mistake(
            Problem.PRIVATE,
            "Reply is private",
            "class Mistake { /*here*/@MultiShot(type = long.class) private interface Reply {} }"),
        new Mistake(
            Problem.PRIVATE_ENCLOSING,
            "Reply lies in Inner",
            """
            class Mistake {
              private static class Inner {
                /*here*/@MultiShot(type = long.class) interface Reply {}
              }
            }
            """),
        new Mistake(
            Problem.NO_PAYLOAD,
            "what a shot of Mistake carries",
            "/*here*/@MultiShot interface Mistake {}"),
        new Mistake(
            Problem.VOID,
            "cannot carry void",
            "@MultiShot(type = void/*here*/.class) interface Mistake {}"),
        new Mistake(
            Problem.BOXED,
            "java.lang.Long would box every value",
            "@MultiShot(type = Long/*here*/.class) interface Mistake {}"),
        new Mistake(
            Problem.BOXED,
            "type = char.class",
            "@MultiShot(type = Character/*here*/.class) interface Mistake {}"),
        new Mistake(
            Problem.INACCESSIBLE,
            "example.Mistake.Hidden[] is not accessible from package example",
            """
            class Mistake {
              private static class Hidden {}
              @MultiShot(type = Hidden[]/*here*/.class) interface Reply {}
            }
            """),
        new Mistake(
            Problem.INACCESSIBLE,
            "example.Mistake.Hidden is not accessible",
            """
            class Mistake {
              private static class Hidden {}
              @MultiShot interface Reply { int day(); Hidden /*here*/hidden(); }
            }
            """),
        new Mistake(
            Problem.UNRESOLVED,
            "Mistake mentions a type or a constant that cannot be found",
            "/*here*/@MultiShot(type = Missing.class) interface Mistake {}"),
        new Mistake(
            Problem.UNRESOLVED,
            "Missing",
            "/*here*/@MultiShot(type = long.class) interface Mistake extends Missing {}"),
        new Mistake(
            Problem.TYPE_AND_PARAMETERS,
            "Mistake has type parameters",
            "@MultiShot(type = long.class) interface Mistake</*here*/T> {}"),
        new Mistake(
            Problem.TYPE_AND_ACCESSOR,
            "so price() would be a second one",
            "@MultiShot(type = long.class) interface Mistake { long /*here*/price(); }"),
        new Mistake(
            Problem.TYPE_AND_INHERITED,
            "inherited from java.lang.Runnable",
            "@MultiShot(type = long/*here*/.class) interface Mistake extends Runnable {}"),
        new Mistake(
            Problem.TYPE_ON_RECORD,
            "the components of Mistake are its payload",
            "@MultiShot(type = long/*here*/.class) record Mistake(int a) {}"),
        new Mistake(
            Problem.NO_COMPONENTS,
            "a shot of Mistake would carry nothing",
            "/*here*/@MultiShot record Mistake() {}"),
        new Mistake(
            Problem.FOREIGN_PARAMETER,
            "the type parameter T of example.Mistake",
            """
            class Mistake<T> {
              class Inner<I> { class Deep {} }
              /*here*/@MultiShot static record Reply<K extends Inner<String>.Deep>(int a) {}
            }
            """),
        new Mistake(
            Problem.SEALED,
            "Mistake is sealed",
            """
            /*here*/@MultiShot sealed interface Mistake { long price(); }

            record Only(long price) implements Mistake {}
            """),
        new Mistake(
            Problem.ACCESSOR_PARAMETERS,
            "price(int) takes parameters",
            "@MultiShot interface Mistake { long /*here*/price(int day); }"),
        new Mistake(
            Problem.ACCESSOR_PARAMETERS,
            "compareTo(T), inherited from java.lang.Comparable, takes parameters",
            "/*here*/@MultiShot interface Mistake extends Comparable<String> {}"),
        new Mistake(
            Problem.ACCESSOR_PARAMETERS,
            "<T>price()",
            "@MultiShot interface Mistake { <T> T /*here*/price(); }"),
        new Mistake(
            Problem.ACCESSOR_VOID,
            "done() returns nothing",
            "@MultiShot interface Mistake { void /*here*/done(); }"),
        new Mistake(
            Problem.ACCESSOR_OF_OBJECT,
            "clone() cannot be implemented",
            "@MultiShot interface Mistake { int /*here*/clone(); }"),
        new Mistake(
            Problem.ACCESSOR_OF_OBJECT,
            "finalize() cannot be implemented",
            "@MultiShot interface Mistake { int a(); default void /*here*/finalize() {} }"),
        new Mistake(
            Problem.INACCESSIBLE,
            "java.util.List<example.Mistake.Hidden> is not accessible",
            """
            class Mistake {
              private static class Hidden {}
              @MultiShot record Reply(int day, java.util.List<Hidden> /*here*/hidden) {}
            }
            """),
        new Mistake(
            Problem.INACCESSIBLE,
            "java.util.List<? extends example.Mistake.Hidden[]>, the bound of T in"
                + " example.Mistake.Reply, is not accessible from package example",
            """
            class Mistake {
              private static class Hidden {}
              @MultiShot interface Reply<S, /*here*/T extends java.util.List<? extends Hidden[]>> {
                int day();
              }
            }
            """),
        new Mistake(
            Problem.INACCESSIBLE,
            "example.Mistake.Hidden, the bound of T in example.Mistake.Reply, is not accessible",
            """
            class Mistake {
              private interface Hidden {}
              @MultiShot record Reply</*here*/T extends Number & Hidden>(T day) {}
            }
            """),
        new Mistake(
            Problem.INACCESSIBLE,
            "example.Mistake.Outer<example.Mistake.Hidden>.Inner is not accessible",
            """
            class Mistake {
              private static class Hidden {}
              static class Outer<T> { class Inner {} }
              @MultiShot interface Reply { Outer<Hidden>.Inner /*here*/inner(); }
            }
            """),
        new Mistake(
            Problem.UNRESOLVED,
            "that cannot be found, neither in the sources nor among what annotation"
                + " processors generate: Missing",
            "/*here*/@MultiShot interface Mistake { java.util.List<? extends Missing[]> a(); }"),
        new Mistake(
            Problem.TOO_MANY,
            "together they take 256 places",
            IntStream.range(0, 128)
                .mapToObj(i -> "long a" + i + "();")
                .collect(Collectors.joining("", "/*here*/@MultiShot interface Mistake {", "}"))),
        new Mistake(
            Problem.TOO_MANY,
            "together they take 255 places",
            IntStream.range(0, 127)
                .mapToObj(i -> "double a" + i + "();")
                .collect(
                    Collectors.joining(
                        "", "/*here*/@MultiShot interface Mistake { int a();", "}"))),
        new Mistake(
            Problem.HIDDEN,
            "the package com, because the class com of package example hides it",
            """
            import com.sun.net.httpserver.Headers;

            /*here*/@MultiShot(type = Headers.class) interface Mistake {}

            class com {}
            """),
        new Mistake(
            Problem.HIDDEN,
            "could not name the package io, because the class io of package example hides it",
            """
            /*here*/@MultiShot(type = long.class) interface Mistake {}

            class io {}
            """),
        new Mistake(
            Problem.HIDDEN,
            "the package java, because the channel java hides it",
            "@MultiShot(type = long.class, name = /*here*/\"java\") interface Mistake {}"),
        new Mistake(
            Problem.HIDDEN,
            "the class java.lang.Thread, because the channel Thread hides it",
            "@MultiShot(type = long.class, name = /*here*/\"Thread\") interface Mistake {}"),
        new Mistake(
            Problem.HIDDEN,
            "the JDK's class Long, because the variable Long hides it",
            "/*here*/@MultiShot interface Mistake { int Long = 1; long price(); }"),
        new Mistake(
            Problem.HIDDEN,
            "the JDK's class Objects, because the variable Objects hides it",
            "/*here*/@MultiShot interface Mistake { int Objects = 1; String venue(); }"),
        new Mistake(
            Problem.HIDDEN,
            "the JDK's class Arrays, because the variable Arrays hides it",
            "/*here*/@MultiShot interface Mistake { int Arrays = 1; int[] prices(); }"),
        new Mistake(
            Problem.HIDDEN,
            "the class Day of package example, because the class example.Days.Day hides it",
            """
            interface Days { class Day {} }

            class Day {}

            /*here*/@MultiShot interface Mistake extends Days { example.Day day(); }
            """),
        new Mistake(
            Problem.HIDDEN,
            "the package io, because the class example.Mistake.io hides it",
            "/*here*/@MultiShot interface Mistake { long price(); class io {} }"),
        new Mistake(
            Problem.HIDDEN,
            "the package java, because the variable java hides it",
            """
            class Objects {}

            /*here*/@MultiShot interface Mistake { int java = 1; Objects all(); }
            """),
        new Mistake(
            Problem.HIDDEN,
            "the package java, because the variable java hides it",
            "/*here*/@MultiShot interface Mistake<Objects> { int java = 1; Objects all(); }"),
        new Mistake(
            Problem.NAME_INVALID,
            "\"a.B\" cannot be the name",
            "@MultiShot(type = long.class, name = /*here*/\"a.B\") interface Mistake {}"),
        new Mistake(
            Problem.NAME_INVALID,
            "\"class\" cannot be the name",
            "@MultiShot(type = long.class, name = /*here*/\"class\") interface Mistake {}"),
        new Mistake(
            Problem.NAME_INVALID,
            "\"record\" cannot be the name",
            "@MultiShot(type = long.class, name = /*here*/\"record\") interface Mistake {}"),
        new Mistake(
            Problem.NAME_INVALID,
            "\"A\\u{200b}B\" cannot be the name",
            "@MultiShot(type = long.class, name = /*here*/\"A\\u200bB\") interface Mistake {}"),
        new Mistake(
            Problem.NAME_INVALID,
            "\"%s\" cannot be the name".formatted("-".repeat(80)),
            "@MultiShot(type = long.class, name = /*here*/\"%s\") interface Mistake {}"
                .formatted("-".repeat(80))),
        new Mistake(
            Problem.NAME_INVALID,
            "\"%s...\" cannot be the name".formatted("-".repeat(80)),
            "@MultiShot(type = long.class, name = /*here*/\"%s\") interface Mistake {}"
                .formatted("-".repeat(81))),
        new Mistake(
            Problem.NAME_TAKEN,
            "as is an interface of yours",
            "@MultiShot(type = long.class, name = /*here*/\"Mistake\") interface Mistake {}"),
        new Mistake(
            Problem.NAME_TAKEN,
            "as is a class of yours",
            """
            /*here*/@MultiShot(type = long.class) interface Mistake {}

            class MistakeChannel {}
            """),
        new Mistake(
            Problem.NAME_TAKEN,
            "as is the channel of example.Mistake.First",
            """
            class Mistake {
              @MultiShot(type = long.class, name = "Same") interface First {}
              @MultiShot(type = int.class, name = /*here*/"Same") interface Second {}
            }
            """));
  }
}
