package io.multishot.junit;

import io.multishot.MultiShots;
import java.lang.System.Logger.Level;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Fails a test that leaves a shot armed, or a {@linkplain io.multishot.Misuse misuse} behind that
 * checked mode has found: {@code @ExtendWith(MultiShotExtension.class) class PricesTest}.
 *
 * <p>A shot counts that was armed during the test, in whichever thread, and is live when its
 * {@code @AfterEach} methods have run, with a receiver or slab that is neither closed nor garbage.
 * Where tests run concurrently only what the test's own thread has armed or misused counts. A test
 * that fails otherwise, or is marked by {@link ToleratesMisuse}, is left alone. A sender that was
 * armed before the test, and that the collector finds lost during it, is none of the test's.
 *
 * <p>Where checked mode is off there is nothing to be found: that is logged once, and all tests
 * pass. See {@link MultiShots} for how it is switched on.
 */
@SuppressWarnings("exports") // whoever names this class has JUnit
public final class MultiShotExtension implements BeforeEachCallback, AfterEachCallback {

  private static final Namespace NAMESPACE = Namespace.create(MultiShotExtension.class);
  private static final AtomicBoolean HAS_SAID_OFF = new AtomicBoolean();

  /** Made by JUnit. */
  public MultiShotExtension() {}

  @Override
  public void beforeEach(ExtensionContext context) {
    if (MultiShots.isChecked()) {
      ExtensionContext.Store store = context.getStore(NAMESPACE);
      if (store.get(Watch.class) != null) {
        return; // registered twice: one sees all, and one only is taken back
      }
      Watch watch = new Watch(isConcurrent(context) ? Thread.currentThread() : null);
      store.put(Watch.class, watch);
      watch.begin();
    } else if (HAS_SAID_OFF.compareAndSet(false, true)) {
      System.getLogger("io.multishot")
          .log(
              Level.WARNING,
              "MultiShotExtension checks nothing, for checked mode is off: enable assertions, or"
                  + " set -Dio.multishot.checked=on");
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Watch watch = context.getStore(NAMESPACE).remove(Watch.class, Watch.class);
    if (watch == null) {
      return;
    }
    watch.end();
    if (!context.getExecutionException().isPresent() && !isTolerated(context)) {
      watch.check();
    }
  }

  private static boolean isConcurrent(ExtensionContext context) {
    Optional<ExtensionContext> ancestor = Optional.of(context);
    while (ancestor.isPresent()) {
      if (ancestor.get().getExecutionMode() == ExecutionMode.CONCURRENT) {
        return true;
      }
      ancestor = ancestor.get().getParent();
    }
    return false;
  }

  private static boolean isTolerated(ExtensionContext context) {
    Optional<ExtensionContext> ancestor = Optional.of(context);
    while (ancestor.isPresent()) {
      Optional<AnnotatedElement> element = ancestor.get().getElement();
      if (element.isPresent() && element.get().isAnnotationPresent(ToleratesMisuse.class)) {
        return true;
      }
      ancestor = ancestor.get().getParent();
    }
    return false;
  }
}
