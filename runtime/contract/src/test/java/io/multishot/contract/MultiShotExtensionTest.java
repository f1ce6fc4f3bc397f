package io.multishot.contract;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.multishot.MultiShots;
import io.multishot.Poll;
import io.multishot.junit.MultiShotExtension;
import io.multishot.junit.ToleratesMisuse;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What JUnit's extension lets pass, and what it fails. */
final class MultiShotExtensionTest {

  /** Whether {@link Cases} are to run: they are no tests by themselves. */
  private static volatile boolean isOn;

  /** Keeps receivers from being garbage. */
  private static volatile Object kept = "";

  @Test
  @Tag("checked")
  void test_thatKeepsToTheRules_passes() {
    assertPasses(Cases.class, "answered");
    assertPasses(Cases.class, "closedAfterEach");
    assertPasses(Cases.class, "idle");
  }

  @Test
  @Tag("checked")
  void test_thatLeavesAShotArmed_failsAndIsToldWhere() {
    String told = failureOf(Cases.class, "leavesAShotArmed");
    assertTrue(told.contains("a shot is left armed: " + LongChannel.class.getName()), told);
    assertTrue(told.contains("shot 1, since "), told);
    assertTrue(told.contains("armed here by thread"), told);
    assertTrue(told.contains("Cases.leavesAShotArmed(MultiShotExtensionTest.java:"), told);
    assertTrue(failureOf(Cases.class, "leavesAShotOfAnotherThreadArmed").contains("left armed"));
  }

  @Test
  @Tag("checked")
  void test_thatLeavesAShotOfASlabPending_failsAndIsToldWhere() {
    String told = failureOf(Cases.class, "leavesAShotOfASlabPending");
    assertTrue(told.contains("a shot is left armed: " + LongSlab.class.getName()), told);
    assertTrue(told.contains("acquired here by thread"), told);
    assertTrue(told.contains("Cases.leavesAShotOfASlabPending(MultiShotExtensionTest.java:"), told);
    assertTrue(failureOf(Cases.class, "usesAnIdTwice").contains("SECOND_USE"));
    assertPasses(Cases.class, "endsEachShotOfASlab");
    assertPasses(Cases.class, "closesASlab");
    assertPasses(TolerantCases.class, "leavesAShotOfASlabPending");
  }

  @Test
  @Tag("checked")
  void test_thatCatchesAReport_failsForIt() {
    String told = failureOf(Cases.class, "usesASenderTwice");
    assertTrue(told.contains("SECOND_USE of " + LongChannel.class.getName()), told);
  }

  @Test
  @Tag("checked")
  void test_thatIsToTolerateMisuse_passes() {
    assertPasses(Cases.class, "toleratesAll");
    assertPasses(TolerantCases.class, "leavesAShotArmed");
  }

  @Test
  @Tag("checked")
  void test_thatFailsByItself_failsForThatOnly() {
    assertEquals("by itself", failureOf(Cases.class, "failsByItself"));
  }

  /** What one test has left is not what the next one has. */
  @Test
  @Tag("checked")
  void shot_armedBeforeTheTest_doesNotCount() {
    LongChannel.Receiver before = LongChannel.open();
    LongChannel.Sender sender = before.sender();
    assertPasses(Cases.class, "answered");
    assertTrue(sender.send(1));
  }

  @Test
  @Tag("checked")
  void concurrentTests_areEachToldOfTheirOwn() {
    Map<String, TestExecutionResult> results = run(ConcurrentCases.class, "one", "other");
    assertEquals(
        TestExecutionResult.Status.FAILED, requireNonNull(results.get("one()")).getStatus());
    assertEquals(
        TestExecutionResult.Status.SUCCESSFUL, requireNonNull(results.get("other()")).getStatus());
  }

  /** The collector finds a lost sender when it likes, in somebody else's test perhaps. */
  @Test
  @Tag("checked")
  void sender_lostByAnEarlierTest_doesNotCount() {
    assertPasses(Cases.class, "losesASender");
    assertPasses(Cases.class, "findsALostSender");
    assertTrue(failureOf(Cases.class, "losesAndFindsASender").contains("LOST_SENDER"));
  }

  @Test
  @Tag("checked")
  void extension_registeredTwice_isOne() throws Exception {
    int before = listeners();
    assertPasses(TwiceRegisteredCases.class, "answered");
    assertTrue(failureOf(TwiceRegisteredCases.class, "usesASenderTwice").contains("SECOND_USE"));
    assertEquals(before, listeners());
  }

  private static int listeners() throws ReflectiveOperationException {
    Field field = Class.forName("io.multishot.Reports").getDeclaredField("LISTENERS");
    field.setAccessible(true);
    return ((List<?>) requireNonNull(field.get(null))).size();
  }

  @Test
  @Tag("production")
  void whereCheckedModeIsOff_allPass() {
    assertEquals(false, MultiShots.isChecked());
    assertPasses(Cases.class, "leavesAShotArmed");
    assertPasses(Cases.class, "usesASenderTwice");
    assertPasses(Cases.class, "leavesAShotOfASlabPending");
    assertPasses(Cases.class, "usesAnIdTwice");
  }

  private static void assertPasses(Class<?> type, String method) {
    TestExecutionResult result = run(type, method).values().iterator().next();
    assertEquals(
        TestExecutionResult.Status.SUCCESSFUL,
        result.getStatus(),
        () -> String.valueOf(result.getThrowable().orElse(null)));
  }

  private static String failureOf(Class<?> type, String method) {
    TestExecutionResult result = run(type, method).values().iterator().next();
    assertEquals(TestExecutionResult.Status.FAILED, result.getStatus());
    return String.valueOf(result.getThrowable().orElseThrow().getMessage());
  }

  private static Map<String, TestExecutionResult> run(Class<?> type, String... methods) {
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request()
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "2");
    for (String method : methods) {
      request.selectors(selectMethod(type, method));
    }
    return execute(request.build());
  }

  private static synchronized Map<String, TestExecutionResult> execute(
      LauncherDiscoveryRequest request) {
    Map<String, TestExecutionResult> results = new LinkedHashMap<>();
    isOn = true;
    try {
      LauncherFactory.create(LauncherConfig.builder().build())
          .execute(
              request,
              new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                  if (test.isTest()) {
                    synchronized (results) {
                      results.put(test.getDisplayName(), result);
                    }
                  }
                }
              });
    } finally {
      isOn = false;
    }
    return results;
  }

  /** Run by the tests above, and by nobody else. */
  @ExtendWith(MultiShotExtension.class)
  @EnabledIf("io.multishot.contract.MultiShotExtensionTest#isRunByATest")
  static class Cases {

    private LongChannel.Receiver receiver = LongChannel.open();

    @AfterEach
    void closeOne() {
      kept = receiver;
    }

    @Test
    void answered() {
      LongChannel.Sender sender = receiver.sender();
      assertTrue(sender.send(1));
    }

    @Test
    void idle() {
      receiver.poll();
    }

    @Test
    void closedAfterEach() {
      kept = receiver.sender();
      receiver.close();
    }

    @Test
    void leavesAShotArmed() {
      kept = receiver.sender();
    }

    @Test
    void leavesAShotOfAnotherThreadArmed() {
      try (TestThreads threads = new TestThreads()) {
        threads.start(() -> kept = receiver.sender());
      }
    }

    @Test
    void leavesAShotOfASlabPending() {
      LongSlab slab = LongSlab.open(2);
      assertTrue(slab.acquire() > 0);
      kept = slab;
    }

    @Test
    void endsEachShotOfASlab() {
      LongSlab slab = LongSlab.open(2);
      long id = slab.acquire();
      assertTrue(slab.abandon(slab.acquire()));
      assertTrue(slab.send(id, 1)); // that it is not taken harms no other test
      kept = slab;
    }

    @Test
    void closesASlab() {
      LongSlab slab = LongSlab.open(2);
      assertTrue(slab.acquire() > 0);
      slab.close();
      kept = slab;
    }

    @Test
    @SuppressWarnings("multishot") // what it tests
    void usesAnIdTwice() {
      LongSlab slab = LongSlab.open(2);
      long id = slab.acquire();
      slab.abandon(id);
      assertThrows(IllegalStateException.class, () -> slab.take(id));
    }

    @Test
    @SuppressWarnings("multishot") // what it tests
    void usesASenderTwice() {
      LongChannel.Sender sender = receiver.sender();
      sender.send(1);
      assertThrows(IllegalStateException.class, () -> sender.send(2));
    }

    @Test
    @ToleratesMisuse
    void toleratesAll() {
      usesASenderTwice();
      leavesAShotArmed();
    }

    @Test
    @ToleratesMisuse
    void losesASender() {
      receiver.sender().onAbandoned(() -> {});
    }

    @Test
    void findsALostSender() {
      find((LongChannel.Receiver) kept);
    }

    @Test
    void losesAndFindsASender() {
      losesASender();
      find(receiver);
    }

    private static void find(LongChannel.Receiver losing) {
      TestThreads.await(
          () -> {
            System.gc();
            LongChannel.open().sender().close();
            return losing.poll() == Poll.FAILED;
          });
    }

    @Test
    void failsByItself() {
      leavesAShotArmed();
      throw new AssertionError("by itself");
    }
  }

  /** The same, all of which are tolerated. */
  @ToleratesMisuse
  static final class TolerantCases extends Cases {}

  /** The same, with a second extension. */
  static final class TwiceRegisteredCases extends Cases {
    @RegisterExtension final MultiShotExtension again = new MultiShotExtension();
  }

  /** One leaves a shot armed while the other runs. */
  @ExtendWith(MultiShotExtension.class)
  @Execution(ExecutionMode.CONCURRENT)
  @EnabledIf("io.multishot.contract.MultiShotExtensionTest#isRunByATest")
  static final class ConcurrentCases {

    private static final CountDownLatch BOTH = new CountDownLatch(2);
    private static final CountDownLatch IS_ARMED = new CountDownLatch(1);

    private final LongChannel.Receiver receiver = LongChannel.open();

    @Test
    void one() throws Exception {
      meet();
      kept = new Object[] {receiver, receiver.sender()};
      IS_ARMED.countDown();
    }

    @Test
    void other() throws Exception {
      meet();
      IS_ARMED.await();
      assertTrue(receiver.sender().send(1));
    }

    private static void meet() throws InterruptedException {
      BOTH.countDown();
      BOTH.await();
    }
  }

  static boolean isRunByATest() {
    return isOn;
  }
}
