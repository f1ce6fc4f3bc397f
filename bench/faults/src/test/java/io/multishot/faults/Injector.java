package io.multishot.faults;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rewritten classes call at each point: it counts, and throws at the one that it is armed for.
 *
 * <p>It heeds one thread only, the one that has armed it. All threads may call it.
 */
public final class Injector {

  private static final List<Site> SITES = new ArrayList<>();

  /** Whether objects of a class, or a lambda in it, are the runtime's or generated code's. */
  private static final ClassValue<Boolean> IS_REWRITTEN =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          String name = type.getName().replace('.', '/');
          int lambda = name.indexOf("$$Lambda");
          return type.getClassLoader() instanceof InjectingLoader
              && Outline.isRewritten(lambda < 0 ? name : name.substring(0, lambda));
        }
      };

  private static volatile @Nullable Injector armed;

  private final Thread thread = Thread.currentThread();
  private final int target;
  private final Fault fault;
  private int passed;
  private @Nullable Site fired;
  private @Nullable Throwable thrown;

  private Injector(int target, Fault fault) {
    this.target = target;
    this.fault = fault;
  }

  /**
   * Has this thread's n-th point throw, counted from 1. With 0 none does.
   *
   * @param fault what to throw
   */
  public static Injector arm(int n, Fault fault) {
    Injector injector = new Injector(n, fault);
    armed = injector;
    return injector;
  }

  /** From here on nothing is thrown. */
  public static void disarm() {
    armed = null;
  }

  /** The point that it was armed for; {@code null} if that did not come. */
  public @Nullable Site fired() {
    return fired;
  }

  /** The first that it has thrown. */
  public @Nullable Throwable thrown() {
    return thrown;
  }

  /** Called by rewritten classes in front of what can throw. */
  public static void point(int site) {
    Injector injector = armed;
    if (injector != null && injector.thread == Thread.currentThread()) {
      injector.pass(site);
    }
  }

  /** Called by rewritten classes in front of a call by an interface, without an argument. */
  public static void callback(Object target, int site) {
    if (armed != null && !IS_REWRITTEN.get(target.getClass())) {
      point(site);
    }
  }

  /** The same for a call with an argument. */
  public static void callback(Object target, Object argument, int site) {
    callback(target, site);
  }

  private void pass(int site) {
    passed++;
    boolean isLasting = fault == Fault.LACK_OF_MEMORY && thrown != null;
    if (passed == target) {
      fired = siteOf(site);
    } else if (!isLasting) {
      return;
    }
    if (fault.fits(siteOf(site))) {
      Throwable made = fault.make();
      thrown = thrown == null ? made : thrown;
      Injector.<Error>throwUnchecked(made);
    }
  }

  /** Whether it was thrown by an injector, or because of that. */
  public static boolean isInjected(Throwable seen) {
    for (Throwable each = seen; each != null; each = each.getCause()) {
      if (Fault.isOne(each)) {
        return true;
      }
    }
    return false;
  }

  /** All points that have been put into classes. */
  static synchronized List<Site> sites() {
    return List.copyOf(SITES);
  }

  static synchronized int newSite(Site site) {
    SITES.add(site);
    return SITES.size() - 1;
  }

  private static synchronized Site siteOf(int id) {
    return SITES.get(id);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> void throwUnchecked(Throwable any) throws T {
    throw (T) any;
  }
}
