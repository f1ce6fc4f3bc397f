package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static javax.tools.Diagnostic.Kind.ERROR;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import io.multishot.processor.read.Problem;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated calls in programs, on each compiler: of each kind of declaration. */
final class CallUseTest {

  /** The problems that are tested here, and not in {@link DiagnosticsTest}. */
  static final Set<Problem> TESTED_PROBLEMS = Set.of(Problem.CALL_SUSPEND);

  /** What each program has beside its own code. */
  private static final String PROGRAM =
      """
      package example;
      import io.multishot.*;
      import java.io.*;
      import java.util.*;
      import java.util.concurrent.*;
      class Program {
        %s
        static void main() throws Exception {
          %s
        }
        static void same(Object expected, Object found) {
          if (!Objects.equals(expected, found)) throw new AssertionError(expected + ", " + found);
        }
      }
      """;

  static Stream<Arguments> values() {
    return Stream.of(
            Stream.of("boolean", "Boolean", "true"),
            Stream.of("byte", "Byte", "Byte.MIN_VALUE"),
            Stream.of("short", "Short", "Short.MIN_VALUE"),
            Stream.of("char", "Character", "Character.MAX_VALUE"),
            Stream.of("int", "Integer", "Integer.MIN_VALUE"),
            Stream.of("long", "Long", "Long.MIN_VALUE"),
            Stream.of("float", "Float", "-0f"),
            Stream.of("double", "Double", "-Double.MIN_VALUE"),
            Stream.of("String", "String", "\"a value\""),
            Stream.of("Object", "Object", "\"a value\""),
            Stream.of("List<String>", "List<String>", "List.of(\"a\")"),
            Stream.of("String", "String", "null"))
        .flatMap(
            value -> {
              Object[] words = value.toArray();
              return Stream.of(CompilerUnderTest.values())
                  .map(compiler -> Arguments.of(words[0], words[1], words[2], compiler));
            });
  }

  @ParameterizedTest
  @MethodSource("values")
  void valueOfAnyType_isAskedAndAnswered(
      String type, String boxed, String value, CompilerUnderTest compiler) throws Exception {
    run(
        compiler,
        "@MultiShotCall(name = \"EchoCall\") interface Echo { @type echo(@type given); }"
            .replace("@type", type),
        """
        @type value = @value;
        EchoCall.Caller caller = EchoCall.open();
        caller.askEcho(value).serve(given -> given);
        same(value, caller.peek());
        same(value, caller.take());
        caller.askEcho(value).send(value);
        same(value, caller.receive());
        EchoCall.Request request = caller.askEcho(value);
        CompletableFuture<@boxed> future = caller.toFuture();
        request.sendFrom(CompletableFuture.completedFuture(value));
        same(value, future.join());
        List<Object> handled = new ArrayList<>();
        caller.askEcho(value).serve((given, asked) -> asked.send(given));
        caller.onReceive(handled::add);
        same(Arrays.<Object>asList(value), handled);
        Echo stub = EchoCall.stub(asked -> asked.serve(given -> given));
        same(value, stub.echo(value));
        """
            .replace("@type", type)
            .replace("@boxed", boxed)
            .replace("@value", value));
  }

  static Stream<Arguments> declarations() {
    return Stream.of(
            "interface Calls { void a(); }",
            "interface Calls { void a(); void b(int i); }",
            "interface Calls { void a(); int b(int i); void c() throws Exception; }",
            "interface Calls { int a() throws Throwable; }",
            "interface Calls { int a() throws IOException, InterruptedException; }",
            "interface Calls { int a() throws IllegalStateException, RuntimeException; }",
            "interface Calls { int a(int answer, int caller, int cell, int failed, int request,"
                + " int route, int server, int shot, int thrown, int Objects, int java); }",
            "interface Calls { int method(int method, int method_); long long0(long object0); }",
            "interface Calls { int yield(); void record(); String asked(); }",
            "interface Calls { int open(int open); int stub(); int blocking(); int close(); }",
            "interface Calls { boolean poll(); void await(); int take(); int receive(); }",
            "interface Calls { boolean serve(); boolean fail(Throwable t); int send(); }",
            "interface Calls { int wait(int i); String toString(int i); boolean equals(int i); }",
            "interface Calls { Object clone(); }",
            "interface Calls { int sum(int... all); String text(String first, Object... more); }",
            "interface Calls<T> { List<T> all(List<T>... all); T[] some(T... some); }",
            "interface Calls<T extends Comparable<? super T> & Runnable> { T max(T a, T b); }",
            "interface Calls<Request> { Request a(Request r); int b(); }",
            "interface Calls<Caller, Payload> { Caller a(Payload p) throws IOException; }",
            "interface Calls extends Callable<String>, Comparator<String> {}",
            "interface Calls extends Base<String> { int own(); }"
                + " interface Base<V> { V get(V v) throws IOException; default V twice(V v)"
                + " throws IOException { return get(get(v)); } }",
            "interface Calls extends A, B {} interface A { Number a(int i) throws IOException; }"
                + " interface B { Integer a(int i) throws FileNotFoundException,"
                + " ExecutionException; }",
            "interface Calls { @Deprecated int old(); }",
            "interface Calls { Map<String, List<? super Integer>>[] all(int[][] a, byte... b); }",
            "interface Calls { Calls.Own handler(Own h); int other(); interface Own {} }",
            "interface Calls extends Serializable { int a(); }",
            "interface Calls { char a(boolean z, byte b, short s, char c, int i, long l, float f,"
                + " double d, String o, long l2, String o2); void b(String p); float c(); }")
        .flatMap(
            declaration ->
                Stream.of(CompilerUnderTest.values())
                    .map(compiler -> Arguments.of(declaration, compiler)));
  }

  /** Of what is generated; the declarations here have imports that they do not use. */
  @ParameterizedTest
  @MethodSource("declarations")
  void declaration_compilesWithoutAWarning(String declaration, CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Calls",
                """
                package example;
                import io.multishot.*;
                import java.io.*;
                import java.util.*;
                import java.util.concurrent.*;
                @MultiShotCall
                """
                    + declaration));
    List<String> complaints =
        compilation.diagnostics().stream()
            .filter(CallUseTest::isOfTheCall)
            .map(String::valueOf)
            .toList();
    assertEquals(List.of(), complaints);
  }

  private static boolean isOfTheCall(Diagnostic<? extends JavaFileObject> told) {
    boolean isError =
        told.getKind() == ERROR && !told.getMessage(null).contains("-Werror"); // of the declaration
    return isError
        || (told.getSource() != null && told.getSource().getName().endsWith("CallsCall.java"));
  }

  @ParameterizedTest
  @EnumSource
  void stub_throwsWhatAMethodDeclares(CompilerUnderTest compiler) throws Exception {
    run(
        compiler,
        """
        @MultiShotCall(name = "LoadCall") interface Load {
          int load(String name) throws IOException, TimeoutException;
        }
        static class Loader implements Load {
          public int load(String name) throws IOException, TimeoutException {
            if (name.equals("io")) throw new FileNotFoundException();
            if (name.equals("late")) throw new TimeoutException();
            if (name.equals("bug")) throw new IllegalStateException();
            return name.length();
          }
        }
        """,
        """
        Load stub = LoadCall.stub(request -> request.serve(new Loader()));
        same(3, stub.load("abc"));
        String thrown = "";
        for (String name : List.of("io", "late", "bug")) {
          try {
            stub.load(name);
          } catch (FileNotFoundException e) {
            thrown += "io";
          } catch (TimeoutException e) {
            thrown += " late";
          } catch (CompletionException e) {
            thrown += " " + e.getCause().getClass().getSimpleName();
          }
        }
        same("io late IllegalStateException", thrown);
        """);
  }

  /** What Kotlin makes of a suspending function. */
  @ParameterizedTest
  @EnumSource
  void suspendingFunction_isRefused(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "kotlin.coroutines.Continuation",
                "package kotlin.coroutines; public interface Continuation<T> {}"),
            forSourceString(
                "example.Calls",
                """
                package example;
                @io.multishot.MultiShotCall interface Calls {
                  Object load(String name, kotlin.coroutines.Continuation<? super String> next);
                }
                """));
    assertThat(compilation).hadErrorContaining("[" + Problem.CALL_SUSPEND.id() + "]");
  }

  private static void run(CompilerUnderTest compiler, String declarations, String code)
      throws Exception {
    Compilation compilation =
        compiler.compile(forSourceString("example.Program", PROGRAM.formatted(declarations, code)));
    assertThat(compilation).succeeded();
    Class<?> program = new CompiledClasses(compilation).loadClass("example.Program");
    Method main = program.getDeclaredMethod("main");
    main.setAccessible(true);
    main.invoke(null);
  }
}
