package io.multishot.processor;

import io.multishot.processor.read.Problem;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The mistakes that the declaration of a call can have. */
final class CallMistakes {

  private CallMistakes() {}

  static Stream<Mistake> all() {
    return Stream.of(
        new Mistake(
            Problem.CALL_KIND,
            "@MultiShotCall belongs on an interface, and Mistake is a class",
            "/*here*/@MultiShotCall class Mistake {}"),
        new Mistake(
            Problem.CALL_KIND,
            "and Mistake is a record",
            "/*here*/@MultiShotCall record Mistake(int a) {}"),
        new Mistake(
            Problem.CALL_AND_MESSAGE,
            "Mistake has @MultiShotCall and @MultiShot",
            "@MultiShot /*here*/@MultiShotCall interface Mistake { int a(); }"),
        new Mistake(
            Problem.CALL_AND_MESSAGE,
            "Mistake has @MultiShotCall and @MultiShotSlab",
            "@MultiShotSlab /*here*/@MultiShotCall interface Mistake { int a(); }"),
        new Mistake(
            Problem.CALL_EMPTY,
            "Mistake has no abstract method",
            "/*here*/@MultiShotCall interface Mistake { default void a() {} static void b() {} }"),
        new Mistake(
            Problem.CALL_EMPTY,
            "Mistake has no abstract method",
            "/*here*/@MultiShotCall interface Mistake { String toString(); }"),
        new Mistake(
            Problem.CALL_SEALED,
            "Mistake is sealed",
            "/*here*/@MultiShotCall sealed interface Mistake permits Other { int a(); }"
                + " final class Other implements Mistake { public int a() { return 1; } }"),
        new Mistake(
            Problem.CALL_GENERIC,
            "<T>a(T) has type parameters",
            "@MultiShotCall interface Mistake { <T> T /*here*/a(T given); }"),
        new Mistake(
            Problem.CALL_THROWS,
            "a() throws the type variable X",
            "@MultiShotCall interface Mistake<X extends Exception> { int /*here*/a() throws X; }"),
        new Mistake(
            Problem.CALL_OF_OBJECT,
            "finalize() cannot be called",
            "@MultiShotCall interface Mistake { void /*here*/finalize(); }"),
        new Mistake(
            Problem.CALL_OF_OBJECT,
            "clone() cannot be called",
            "@MultiShotCall interface Mistake { int /*here*/clone(); }"),
        new Mistake(
            Problem.CALL_NAMES,
            "Price and price would be asked, or answered, by generated methods of the same name",
            "@MultiShotCall interface Mistake { int price(); int /*here*/Price(); }"),
        new Mistake(
            Problem.CALL_NAMES,
            "a and aFrom would be asked, or answered",
            "@MultiShotCall interface Mistake { int /*here*/a(); long aFrom(); }"),
        new Mistake(
            Problem.CALL_NAMES,
            "result and sendResult would be asked, or answered",
            "@MultiShotCall interface Mistake { Object /*here*/result(); long a(); }"),
        new Mistake(
            Problem.CALL_RESULTS,
            "the methods named a return int and long",
            "@MultiShotCall interface Mistake { int a(); long /*here*/a(int i); }"),
        new Mistake(
            Problem.CALL_TOO_MANY,
            "they take 255 places, of which a long and a double take two, and there are 254",
            IntStream.range(0, 127)
                .mapToObj(i -> "double a" + i)
                .collect(
                    Collectors.joining(
                        ", ", "@MultiShotCall interface Mistake { int /*here*/a(", "); }"))),
        new Mistake(
            Problem.HIDDEN,
            "the class Request inside the call, because the class example.Mistake.Request hides it",
            "/*here*/@MultiShotCall interface Mistake { int a(); class Request {} }"),
        new Mistake(
            Problem.NAME_NESTED,
            "\"Caller\" is the name of a class inside the call",
            "@MultiShotCall(name = /*here*/\"Caller\") interface Mistake { int a(); }"),
        new Mistake(
            Problem.PRIVATE,
            "Mistake is private",
            "class Outer { /*here*/@MultiShotCall private interface Mistake { int a(); } }"),
        new Mistake(
            Problem.ACCESSOR_PARAMETERS,
            "to have it called by other threads, use @MultiShotCall",
            "@MultiShot interface Mistake { int /*here*/a(int i); }"));
  }
}
