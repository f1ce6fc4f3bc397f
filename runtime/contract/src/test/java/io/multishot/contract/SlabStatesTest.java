package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.DisconnectedException;
import io.multishot.ExpiredException;
import io.multishot.Poll;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each operation of a slab does in each state of a shot. */
final class SlabStatesTest {

  private static final long DEADLINE = 7;

  /** A state of a shot, as its id meets it. */
  private enum State {
    ARMED(Poll.PENDING),
    AWAITED(Poll.PENDING),
    HANDLED(Poll.PENDING),
    PROMISED(Poll.PENDING),
    VALUE(Poll.READY),
    FAILED(Poll.FAILED),
    DISCONNECTED(Poll.DISCONNECTED),
    TAKEN(Poll.UNKNOWN),
    ABANDONED(Poll.UNKNOWN),
    USED_AGAIN(Poll.UNKNOWN),
    NEVER_ACQUIRED(Poll.UNKNOWN),
    OUT_OF_RANGE(Poll.UNKNOWN),
    NEGATIVE(Poll.UNKNOWN),
    NONE(Poll.UNKNOWN);

    final Poll polled;

    State(Poll polled) {
      this.polled = polled;
    }

    boolean isOpen() {
      return polled == Poll.PENDING;
    }

    boolean isCallbacks() {
      return this == HANDLED || this == PROMISED;
    }

    boolean isKnown() {
      return polled != Poll.UNKNOWN;
    }
  }

  private final LongSlab slab = LongSlab.open(3, 1);
  private final IOException failure = new IOException();
  private final List<String> told = new ArrayList<>();
  private CompletableFuture<Long> future = new CompletableFuture<>();
  private int wakes;

  private final LongSlab.Handler handler =
      new LongSlab.Handler() {
        @Override
        public void received(long id, long value) {
          told.add("value " + value);
        }

        @Override
        public void failed(long id, Throwable failed) {
          told.add(failed.getClass().getSimpleName());
        }
      };

  private long idIn(State state) {
    long id = slab.acquire(DEADLINE);
    switch (state) {
      case ARMED -> {}
      case AWAITED -> assertEquals(Poll.PENDING, slab.poll(id, () -> wakes++));
      case HANDLED -> slab.onReceive(id, handler);
      case PROMISED -> future = slab.toFuture(id);
      case VALUE -> assertTrue(slab.send(id, 5));
      case FAILED -> assertTrue(slab.fail(id, failure));
      case DISCONNECTED -> assertTrue(slab.disconnect(id));
      case TAKEN -> {
        slab.send(id, 5);
        slab.take(id);
      }
      case ABANDONED -> slab.abandon(id);
      case USED_AGAIN -> {
        slab.abandon(id);
        for (int i = 0; i < slab.capacity(); i++) {
          assertTrue(slab.acquire() > 0);
        }
      }
      case NEVER_ACQUIRED -> {
        slab.abandon(id);
        return id + 4; // the next generation of that slot
      }
      case OUT_OF_RANGE -> {
        slab.abandon(id);
        return id | 3; // there is no slot 3
      }
      case NEGATIVE -> {
        slab.abandon(id);
        return id | Long.MIN_VALUE;
      }
      case NONE -> {
        slab.abandon(id);
        return LongSlab.NONE;
      }
    }
    return id;
  }

  @ParameterizedTest
  @EnumSource
  void poll_inEachState_tellsIt(State state) {
    long id = idIn(state);
    assertEquals(state.polled, slab.poll(id));
    assertEquals(state.polled, slab.poll(id), "nothing is changed");
  }

  @ParameterizedTest
  @EnumSource
  void send_inEachState_endsWhatIsOpen(State state) throws Exception {
    long id = idIn(state);
    assertEquals(state.isOpen(), slab.send(id, 6));
    assertFalse(slab.send(id, 7), "once");
    assertEquals(state == State.AWAITED ? 1 : 0, wakes);
    switch (state) {
      case ARMED, AWAITED -> assertEquals(6, slab.take(id));
      case HANDLED -> assertEquals(List.of("value 6"), told);
      case PROMISED -> assertEquals(6, future.get());
      default -> assertEquals(state.polled, slab.poll(id));
    }
  }

  @ParameterizedTest
  @EnumSource
  void fail_inEachState_endsWhatIsOpen(State state) {
    long id = idIn(state);
    IOException other = new IOException();
    assertEquals(state.isOpen(), slab.fail(id, other));
    switch (state) {
      case ARMED, AWAITED -> assertSame(other, slab.failure(id));
      case HANDLED -> assertEquals(List.of("IOException"), told);
      case PROMISED ->
          assertSame(other, assertThrows(CompletionException.class, future::join).getCause());
      default -> assertEquals(state.polled, slab.poll(id));
    }
  }

  @ParameterizedTest
  @EnumSource
  void disconnect_inEachState_endsWhatIsOpen(State state) {
    long id = idIn(state);
    assertEquals(state.isOpen(), slab.disconnect(id));
    switch (state) {
      case ARMED, AWAITED -> assertEquals(Poll.DISCONNECTED, slab.poll(id));
      case HANDLED -> assertEquals(List.of("DisconnectedException"), told);
      case PROMISED -> assertTrue(future.isCompletedExceptionally());
      default -> assertEquals(state.polled, slab.poll(id));
    }
  }

  @ParameterizedTest
  @EnumSource
  void expire_inEachState_endsWhatIsOpenAndOverdue(State state) {
    long id = idIn(state);
    assertEquals(0, slab.expire(DEADLINE - 1));
    assertEquals(state.isOpen() ? 1 : 0, slab.expire(DEADLINE));
    switch (state) {
      case ARMED, AWAITED ->
          assertEquals(id, assertInstanceOf(ExpiredException.class, slab.failure(id)).id());
      case HANDLED -> assertEquals(List.of("ExpiredException"), told);
      case PROMISED -> assertTrue(future.isCompletedExceptionally());
      default -> assertEquals(state.polled, slab.poll(id));
    }
  }

  @ParameterizedTest
  @EnumSource
  void pollWithAWaker_inEachState_registersWhereNothingElseWaits(State state) {
    long id = idIn(state);
    if (state.isCallbacks()) {
      assertThrows(IllegalStateException.class, () -> slab.poll(id, () -> wakes++));
      return;
    }
    int[] mine = {0};
    assertEquals(state.polled, slab.poll(id, () -> mine[0]++));
    slab.send(id, 6);
    assertEquals(state.isOpen() ? 1 : 0, mine[0]);
    assertEquals(0, wakes, "the other one is replaced");
  }

  @ParameterizedTest
  @EnumSource
  void onReceive_inEachState_tellsTheEnd(State state) {
    long id = idIn(state);
    if (state.isCallbacks() || !state.isKnown()) {
      assertThrows(IllegalStateException.class, () -> slab.onReceive(id, handler));
      assertEquals(List.of(), told);
      return;
    }
    slab.onReceive(id, handler);
    slab.send(id, 5);
    assertEquals(
        switch (state) {
          case FAILED -> List.of("IOException");
          case DISCONNECTED -> List.of("DisconnectedException");
          default -> List.of("value 5");
        },
        told);
    assertEquals(Poll.UNKNOWN, slab.poll(id), "its slot is free");
  }

  @ParameterizedTest
  @EnumSource
  void toFuture_inEachState_tellsTheEnd(State state) {
    long id = idIn(state);
    if (state.isCallbacks() || !state.isKnown()) {
      assertThrows(IllegalStateException.class, () -> slab.toFuture(id));
      return;
    }
    CompletableFuture<Long> made = slab.toFuture(id);
    slab.send(id, 5);
    assertTrue(made.isDone());
    assertEquals(
        state == State.FAILED || state == State.DISCONNECTED, made.isCompletedExceptionally());
    assertEquals(Poll.UNKNOWN, slab.poll(id), "its slot is free");
  }

  @ParameterizedTest
  @EnumSource
  void withdraw_inEachState_takesBackWhatWaits(State state) {
    long id = idIn(state);
    boolean isWaited = state == State.AWAITED || state.isCallbacks();
    assertEquals(isWaited, slab.withdraw(id));
    assertFalse(slab.withdraw(id), "once");
    assertEquals(state.polled, slab.poll(id), "the shot stays as it is");
    slab.send(id, 6);
    assertEquals(0, wakes);
    assertEquals(List.of(), told);
    assertEquals(state == State.PROMISED, future.isCancelled());
  }

  @ParameterizedTest
  @EnumSource
  void take_inEachState_takesAValue(State state) {
    long id = idIn(state);
    if (state == State.VALUE) {
      assertEquals(5, slab.take(id));
      assertEquals(Poll.UNKNOWN, slab.poll(id));
    } else {
      assertThrows(IllegalStateException.class, () -> slab.take(id));
      assertEquals(state.polled, slab.poll(id), "nothing is changed");
    }
  }

  @ParameterizedTest
  @EnumSource
  void receive_inEachState_endsTheId(State state) throws Exception {
    long id = idIn(state);
    switch (state) {
      case ARMED, AWAITED ->
          assertThrows(TimeoutException.class, () -> slab.receive(id, 1, TimeUnit.NANOSECONDS));
      case VALUE -> assertEquals(5, slab.receive(id));
      case FAILED ->
          assertSame(
              failure, assertThrows(CompletionException.class, () -> slab.receive(id)).getCause());
      case DISCONNECTED -> assertThrows(DisconnectedException.class, () -> slab.receive(id));
      default -> {
        assertThrows(IllegalStateException.class, () -> slab.receive(id));
        assertEquals(state.polled, slab.poll(id), "nothing is changed");
        return;
      }
    }
    assertEquals(Poll.UNKNOWN, slab.poll(id));
    assertFalse(slab.send(id, 6));
    assertEquals(0, slab.inFlight());
    assertEquals(0, wakes);
  }

  @ParameterizedTest
  @EnumSource
  void await_inEachState_leavesTheOutcome(State state) throws Exception {
    long id = idIn(state);
    if (state.isCallbacks()) {
      assertThrows(IllegalStateException.class, () -> slab.await(id, 0, TimeUnit.SECONDS));
      return;
    }
    assertEquals(state.polled, slab.await(id, 1, TimeUnit.NANOSECONDS));
    assertEquals(state.polled, slab.poll(id));
  }

  @ParameterizedTest
  @EnumSource
  void failure_inEachState_tellsAFailure(State state) {
    long id = idIn(state);
    if (state == State.FAILED) {
      assertSame(failure, slab.failure(id));
      assertEquals(Poll.FAILED, slab.poll(id));
    } else {
      assertNull(slab.failure(id));
    }
  }

  @ParameterizedTest
  @EnumSource
  void abandon_inEachState_freesTheSlot(State state) {
    long id = idIn(state);
    int used = slab.inFlight();
    assertEquals(state.isKnown(), slab.abandon(id));
    assertFalse(slab.abandon(id), "once");
    assertEquals(Poll.UNKNOWN, slab.poll(id));
    assertEquals(used - (state.isKnown() ? 1 : 0), slab.inFlight());
    assertFalse(slab.send(id, 6));
    assertEquals(state == State.AWAITED ? 1 : 0, wakes, "who waits looks again");
    assertEquals(List.of(), told);
    assertEquals(state == State.PROMISED, future.isCompletedExceptionally());
  }

  @ParameterizedTest
  @EnumSource
  void close_inEachState_endsWhatIsOpen(State state) {
    long id = idIn(state);
    slab.close(failure);
    slab.close();
    switch (state) {
      case ARMED, AWAITED -> assertSame(failure, slab.failure(id));
      case HANDLED -> assertEquals(List.of("IOException"), told);
      case PROMISED -> assertTrue(future.isCompletedExceptionally());
      default -> assertEquals(state.polled, slab.poll(id), "an outcome can be taken still");
    }
    assertEquals(state == State.AWAITED ? 1 : 0, wakes);
    assertEquals(LongSlab.NONE, slab.tryAcquire());
    assertEquals(LongSlab.NONE, slab.tryAcquire(DEADLINE));
    assertThrows(RejectedExecutionException.class, slab::acquire);
  }

  @Test
  void acquire_whereAllSlotsAreInUse_isRefused() {
    for (int i = 0; i < slab.capacity(); i++) {
      assertTrue(slab.acquire() > 0);
    }
    assertEquals(LongSlab.NONE, slab.tryAcquire());
    assertThrows(RejectedExecutionException.class, slab::acquire);
    assertEquals(3, slab.inFlight());
  }

  @Test
  void lateReplies_andUnknownOnes_areCounted() {
    long late = idIn(State.ABANDONED);
    slab.send(late, 6);
    slab.fail(late, failure);
    assertEquals(2, slab.lateReplies());
    assertEquals(0, slab.unknownReplies());
    slab.send(late | 3, 6);
    slab.send(-late, 6);
    slab.send(LongSlab.NONE, 6);
    slab.send(late + 4, 6);
    assertEquals(2, slab.lateReplies());
    assertEquals(4, slab.unknownReplies());
  }

  @Test
  void forEachPending_tellsOfWhatIsOpen() {
    long first = slab.acquire();
    long second = slab.acquire();
    slab.send(slab.acquire(), 5);
    List<Long> pending = new ArrayList<>();
    slab.forEachPending(pending::add);
    assertEquals(
        List.of(first, second).stream().sorted().toList(), pending.stream().sorted().toList());
  }
}
