package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.JavaFileObjects.forSourceString;

import com.google.testing.compile.Compilation;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated slabs in programs: of everything that a shot can carry, in every way to receive it. */
final class SlabUseTest {

  /** What each program has beside its own code. */
  private static final String PROGRAM =
      """
      package example;
      import io.multishot.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.concurrent.atomic.*;
      class Program {
        %s
        static void main() throws Exception {
          %s
        }
        static void same(Object expected, Object found) {
          if (!Objects.equals(expected, found)) throw new AssertionError(expected + ", " + found);
        }
        static Throwable thrownBy(Callable<?> call) {
          try {
            call.call();
          } catch (Throwable thrown) {
            return thrown;
          }
          throw new AssertionError("nothing thrown");
        }
      }
      """;

  static Stream<Arguments> values() {
    return Stream.of(
            Stream.of("boolean", "Boolean", "true"),
            Stream.of("boolean", "Boolean", "false"),
            Stream.of("byte", "Byte", "Byte.MIN_VALUE"),
            Stream.of("short", "Short", "Short.MIN_VALUE"),
            Stream.of("char", "Character", "Character.MAX_VALUE"),
            Stream.of("int", "Integer", "Integer.MIN_VALUE"),
            Stream.of("long", "Long", "Long.MIN_VALUE"),
            Stream.of("float", "Float", "-0f"),
            Stream.of("double", "Double", "-Double.MIN_VALUE"),
            Stream.of("String", "String", "\"a value\""),
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
  void slabOfAValue_handsItOverInEachWay(
      String type, String boxed, String value, CompilerUnderTest compiler) throws Exception {
    run(
        compiler,
        "@MultiShotSlab(type = %s.class, name = \"ReplySlab\") interface Reply {}".formatted(type),
        """
        ReplySlab slab = ReplySlab.open(1, 42);
        @type value = @value;
        long id = slab.acquire();
        same(Poll.PENDING, slab.poll(id));
        same(true, slab.send(id, value));
        same(false, slab.send(id, value));
        same(value, slab.take(id));
        same(IllegalStateException.class, thrownBy(() -> slab.take(slab.capacity())).getClass());
        long second = slab.acquire();
        slab.send(second, value);
        same(value, slab.receive(second));
        long third = slab.acquire();
        slab.send(third, value);
        same(value, slab.receiveUninterruptibly(third));
        long fourth = slab.acquire();
        slab.send(fourth, value);
        same(value, slab.receive(fourth, 1, TimeUnit.MINUTES));
        long fifth = slab.acquire();
        Throwable late = thrownBy(() -> slab.receive(fifth, 0, TimeUnit.DAYS));
        same(TimeoutException.class, late.getClass());
        Map<Long, @boxed> handled = new HashMap<>();
        long sixth = slab.acquire();
        slab.onReceive(sixth, handled::put);
        slab.send(sixth, value);
        long seventh = slab.acquire();
        slab.send(seventh, value);
        slab.onReceive(seventh, handled::put, Runnable::run);
        same(Arrays.asList(value, value), Arrays.asList(handled.get(sixth), handled.get(seventh)));
        same(Set.of(sixth, seventh), handled.keySet());
        long eighth = slab.acquire();
        CompletableFuture<@boxed> future = slab.toFuture(eighth);
        slab.send(eighth, value);
        same(value, future.join());
        long ninth = slab.acquire();
        CompletableFuture<@boxed> source = new CompletableFuture<>();
        slab.sendFrom(ninth, source);
        source.complete(value);
        same(value, slab.take(ninth));
        same(0, slab.inFlight());
        """
            .replace("@type", type)
            .replace("@boxed", boxed)
            .replace("@value", value));
  }

  @ParameterizedTest
  @EnumSource
  void floatingPointNumber_arrivesBitForBit(CompilerUnderTest compiler) throws Exception {
    run(
        compiler,
        """
        @MultiShotSlab(type = float.class, name = "SingleSlab") interface Single {}
        @MultiShotSlab(type = double.class, name = "TwiceSlab") interface Twice {}
        """,
        """
        SingleSlab single = SingleSlab.open(1);
        long id = single.acquire();
        single.send(id, Float.intBitsToFloat(0xffc12345));
        same(0xffc12345, Float.floatToRawIntBits(single.take(id)));
        TwiceSlab twice = TwiceSlab.open(1);
        id = twice.acquire();
        twice.send(id, Double.longBitsToDouble(0xfff8123456789abcL));
        same(0xfff8123456789abcL, Double.doubleToRawLongBits(twice.take(id)));
        """);
  }

  @ParameterizedTest
  @EnumSource
  void nullForAPrimitive_failsTheShot(CompilerUnderTest compiler) throws Exception {
    run(
        compiler,
        "@MultiShotSlab(type = long.class, name = \"ReplySlab\") interface Reply {}",
        """
        ReplySlab slab = ReplySlab.open(1);
        long id = slab.acquire();
        slab.sendFrom(id, CompletableFuture.completedFuture(null));
        Throwable thrown = thrownBy(() -> slab.receive(id));
        same(CompletionException.class, thrown.getClass());
        same(NullPointerException.class, thrown.getCause().getClass());
        """);
  }

  @ParameterizedTest
  @EnumSource
  void slabWithDeadlines_expiresWhatIsOverdue(CompilerUnderTest compiler) throws Exception {
    run(
        compiler,
        "@MultiShotSlab(type = long.class, name = \"ReplySlab\", deadlines = true) interface Reply"
            + " {}",
        """
        ReplySlab slab = ReplySlab.open(4);
        long first = slab.acquire(7);
        long second = slab.tryAcquire(8);
        long third = slab.acquire(8);
        long without = slab.acquire();
        same(ReplySlab.NONE, slab.tryAcquire(9));
        same(RejectedExecutionException.class, thrownBy(() -> slab.acquire(9)).getClass());
        same(0, slab.expire(6));
        same(1, slab.expire(7));
        same(ExpiredException.class, thrownBy(() -> slab.receive(first)).getCause().getClass());
        same(1, slab.expire(8, 1));
        same(1, slab.expire(8));
        same(Poll.FAILED, slab.poll(second));
        same(Poll.FAILED, slab.poll(third));
        same(Poll.PENDING, slab.poll(without));
        """);
  }

  @ParameterizedTest
  @EnumSource
  void slabOfAMessage_fillsCopies(CompilerUnderTest compiler) throws Exception {
    run(
        compiler,
        """
        @MultiShotSlab(name = "FillSlab") interface Fill {
          long id();
          String slot();
          double copy();
          boolean begun();
          int[] timeout() throws java.io.IOException;
        }
        """,
        """
        FillSlab slab = FillSlab.open(1);
        FillSlab.Copy copy = new FillSlab.Copy();
        same("Fill[id=0, slot=null, copy=0.0, begun=false, timeout=null]", copy.toString());
        int[] times = {3};
        long id = slab.acquire();
        same(true, slab.send(id, 1, "a", 2.5, true, times));
        same(NullPointerException.class, thrownBy(() -> slab.take(id, null)).getClass());
        same(NullPointerException.class, thrownBy(() -> slab.receive(id, null)).getClass());
        same(copy, slab.take(id, copy));
        same("Fill[id=1, slot=a, copy=2.5, begun=true, timeout=[3]]", copy.toString());
        long second = slab.acquire();
        slab.send(second, 1, "a", 2.5, true, new int[] {3});
        FillSlab.Copy other = slab.receive(second, new FillSlab.Copy());
        same(copy, other);
        same(copy.hashCode(), other.hashCode());
        long third = slab.acquire();
        slab.send(third, 2, null, -0.0, false, null);
        slab.receiveUninterruptibly(third, copy);
        same(false, copy.equals(other));
        same(null, copy.slot());
        long fourth = slab.acquire();
        slab.send(fourth, 4, "b", 0, false, null);
        same(4L, slab.receive(fourth, copy, 1, TimeUnit.MINUTES).id());
        List<Object> handled = new ArrayList<>();
        long fifth = slab.acquire();
        slab.onReceive(
            fifth,
            (name, number, slot, price, begun, timeout) ->
                handled.addAll(List.of(name, number, slot, price, begun, timeout)));
        slab.send(fifth, 5, "c", 1.5, true, times);
        same(List.of(fifth, 5L, "c", 1.5, true, times), handled);
        long sixth = slab.acquire();
        CompletableFuture<Fill> future = slab.toFuture(sixth);
        slab.send(sixth, 1, "a", 2.5, true, times);
        same(other, future.join());
        long seventh = slab.acquire();
        slab.sendFrom(seventh, future);
        same(other, slab.take(seventh, copy));
        long eighth = slab.acquire();
        slab.sendFrom(eighth, CompletableFuture.completedFuture(new Fill() {
          public long id() { return 0; }
          public String slot() { return ""; }
          public double copy() { return 0; }
          public boolean begun() { return true; }
          public int[] timeout() throws java.io.IOException { throw new java.io.IOException(); }
        }));
        same(java.io.IOException.class, slab.failure(eighth).getClass());
        same(true, slab.abandon(eighth));
        same(0, slab.inFlight());
        """);
  }

  @ParameterizedTest
  @EnumSource
  void slabOfARecord_makesOne(CompilerUnderTest compiler) throws Exception {
    run(
        compiler,
        """
        @MultiShotSlab(name = "TradeSlab") record Trade(short id, List<String> slot) {
          Trade {
            if (id < 0) throw new IllegalArgumentException();
          }
        }
        """,
        """
        TradeSlab slab = TradeSlab.open(1);
        long id = slab.acquire();
        same(IllegalArgumentException.class, thrownBy(() -> slab.send(id, (short) -1, List.of())).getClass());
        same(Poll.PENDING, slab.poll(id));
        same(true, slab.send(id, (short) 1, List.of("a")));
        Trade trade = slab.take(id);
        same(new Trade((short) 1, List.of("a")), trade);
        long second = slab.acquire();
        same(NullPointerException.class, thrownBy(() -> slab.send(second, (Trade) null)).getClass());
        slab.send(second, trade);
        same(trade, slab.receive(second));
        long third = slab.acquire();
        slab.sendFrom(third, CompletableFuture.completedFuture(trade));
        same(trade, slab.receive(third, 1, TimeUnit.MINUTES));
        long fourth = slab.acquire();
        CompletableFuture<Trade> future = slab.toFuture(fourth);
        slab.send(fourth, trade);
        same(trade, future.join());
        List<Object> handled = new ArrayList<>();
        long fifth = slab.acquire();
        slab.send(fifth, trade);
        slab.onReceive(fifth, (name, number, slot) -> handled.addAll(List.of(name, number, slot)));
        same(List.of(fifth, (short) 1, trade.slot()), handled);
        long sixth = slab.acquire();
        slab.sendFrom(sixth, CompletableFuture.completedFuture(null));
        same(NullPointerException.class, slab.failure(sixth).getClass());
        """);
  }

  @ParameterizedTest
  @EnumSource
  void genericSlab_handsOverWhatItsArgumentsSay(CompilerUnderTest compiler) throws Exception {
    run(
        compiler,
        """
        @MultiShotSlab(name = "PairSlab") interface Pair<A, B extends Comparable<B>> { A first(); B second(); }
        @MultiShotSlab(name = "BoxSlab") record Box<T>(T value) {}
        """,
        """
        PairSlab<List<String>, Integer> pairs = PairSlab.open(2);
        long id = pairs.acquire();
        pairs.send(id, List.of("a"), 1);
        PairSlab.Copy<List<String>, Integer> copy = new PairSlab.Copy<>();
        String first = pairs.take(id, copy).first().get(0);
        same("a", first);
        int second = copy.second();
        same(1, second);
        long third = pairs.acquire();
        AtomicReference<Integer> handled = new AtomicReference<>();
        pairs.onReceive(third, (name, list, number) -> handled.set(number));
        pairs.sendFrom(third, CompletableFuture.completedFuture(copy));
        same(1, handled.get());
        BoxSlab<String> boxes = BoxSlab.open(1);
        long fourth = boxes.acquire();
        CompletableFuture<Box<String>> future = boxes.toFuture(fourth);
        boxes.send(fourth, "b");
        String value = future.join().value();
        same("b", value);
        """);
  }

  @ParameterizedTest
  @EnumSource
  void slabOfInnerClassesOfGenericOnes_handsThemOver(CompilerUnderTest compiler) throws Exception {
    run(
        compiler,
        """
        static class Outer<T> { class Plain {} class Listed<U> {} }
        @MultiShotSlab(type = Outer.Plain.class, name = "RawSlab") interface Raw {}
        @MultiShotSlab(name = "BothSlab") interface Both { Outer<String>.Plain plain(); Outer<String>.Listed<Integer> listed(); }
        """,
        """
        Outer<String> outer = new Outer<>();
        Outer<String>.Plain plain = outer.new Plain();
        RawSlab raws = RawSlab.open(1);
        long id = raws.acquire();
        raws.send(id, plain);
        same(plain, raws.take(id));
        BothSlab both = BothSlab.open(1);
        BothSlab.Copy copy = new BothSlab.Copy();
        Outer<String>.Listed<Integer> listed = outer.new Listed<Integer>();
        long second = both.acquire();
        both.send(second, plain, listed);
        same(listed, both.take(second, copy).listed());
        """);
  }

  @ParameterizedTest
  @EnumSource
  void declarationWithBothAnnotations_hasAChannelAndASlab(CompilerUnderTest compiler)
      throws Exception {
    run(
        compiler,
        """
        @MultiShotSlab(type = int.class) @MultiShot(type = String.class) interface Reply {}
        @MultiShot @MultiShotSlab(name = "Fills") interface Fill { long price(); }
        """,
        """
        Program_ReplyChannel.Receiver receiver = Program_ReplyChannel.open();
        receiver.sender().send("a");
        same("a", receiver.receive());
        Program_ReplySlab slab = Program_ReplySlab.open(1);
        long id = slab.acquire();
        slab.send(id, 1);
        same(1, slab.receive(id));
        Program_FillChannel.Receiver fill = Program_FillChannel.open();
        fill.sender().send(2);
        same(2L, fill.receive().price());
        Fills fills = Fills.open(1);
        long second = fills.acquire();
        fills.send(second, 3);
        same(3L, fills.receive(second, new Fills.Copy()).price());
        """);
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
