package io.multishot.modelchecker;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Runs a {@link Scenario} in every way in which it can run; the package page tells what that means.
 * Immutable; each {@link #check} is by itself, and may run beside others. A checker that is made of
 * another one uses the classes that this has loaded, unless it checks others: they are compiled by
 * then.
 */
public final class ModelChecker {

  /**
   * What is allowed to happen in an execution.
   *
   * @param spuriousReturns how often {@code park} may return to each thread for no reason, and its
   *     weak compare-and-sets fail for none
   * @param pauses how often each thread may be held up for so long that its time is up
   * @param steps after how many steps a thread is taken to go round for ever
   * @param suspendable which thread may stop for ever before any of its steps, by its name
   */
  record Limits(int spuriousReturns, int pauses, int steps, @Nullable String suspendable) {}

  private static final int UNBOUNDED = -1;

  private final Class<? extends Scenario> scenario;
  private final List<String> arguments;
  private final CheckedLoader loader;
  private final int preemptions;
  private final long mostExecutions;
  private final Limits limits;

  private ModelChecker(
      Class<? extends Scenario> scenario,
      List<String> arguments,
      CheckedLoader loader,
      int preemptions,
      long mostExecutions,
      Limits limits) {
    this.scenario = scenario;
    this.arguments = arguments;
    this.loader = loader;
    this.preemptions = preemptions;
    this.mostExecutions = mostExecutions;
    this.limits = limits;
  }

  /**
   * Checks the scenario, and what it uses of its own package, in all schedules.
   *
   * @param arguments for a constructor with so many parameters, which are strings
   */
  public static ModelChecker of(Class<? extends Scenario> scenario, String... arguments) {
    return new ModelChecker(
        scenario,
        List.of(arguments),
        new CheckedLoader(CheckedClasses.of(scenario.getPackageName() + ".")),
        UNBOUNDED,
        Long.MAX_VALUE,
        new Limits(1, 1, 1000, null));
  }

  /**
   * Checks another scenario of the same package.
   *
   * @param newArguments for a constructor with so many parameters, which are strings
   */
  public ModelChecker running(Class<? extends Scenario> other, String... newArguments) {
    return new ModelChecker(
        other, List.of(newArguments), loader, preemptions, mostExecutions, limits);
  }

  /** Checks all classes as well whose names begin so. */
  public ModelChecker checking(String prefix) {
    return with(loader.classes().with(prefix));
  }

  /**
   * Takes a method to do nothing: one that initializes once what all executions share, or looks
   * after what the model knows nothing of.
   *
   * @param type its class
   * @param method its name; it returns nothing
   */
  public ModelChecker skipping(String type, String method) {
    return with(loader.classes().without(type, method));
  }

  /**
   * Puts a model in the place of a class that is not modelled, wherever the checked classes use
   * that. It has the methods that these call, and is checked as they are. Its nested classes take
   * the place of those of the same name.
   */
  public ModelChecker replacing(Class<?> type, Class<?> model) {
    return with(loader.classes().with(type, model));
  }

  /**
   * Leaves out schedules in which threads that could go on are interrupted more often than this.
   * Needed where threads spin.
   */
  public ModelChecker withPreemptions(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("preemptions must be 0 or more, and are " + most);
    }
    return new ModelChecker(scenario, arguments, loader, most, mostExecutions, limits);
  }

  /** Gives up after so many executions; the verdict tells. */
  public ModelChecker withExecutions(long most) {
    return new ModelChecker(scenario, arguments, loader, preemptions, most, limits);
  }

  /**
   * Says how often {@code park} may return for no reason to each thread, and its weak
   * compare-and-sets fail for none; once each, otherwise.
   */
  public ModelChecker withSpuriousReturns(int most) {
    return with(new Limits(most, limits.pauses, limits.steps, limits.suspendable));
  }

  /**
   * Has one thread stop for ever before any of its steps, so that it is seen whether the others
   * come to their end without it. Where it has stopped, the end state is not looked at.
   */
  public ModelChecker suspending(String thread) {
    return with(new Limits(limits.spuriousReturns, limits.pauses, limits.steps, thread));
  }

  /** Checks changed classes: those with a seeded bug, which is to be found. */
  public ModelChecker changing(ClassChange newChange) {
    return with(loader.classes().changedBy(newChange));
  }

  private ModelChecker with(Limits newLimits) {
    return new ModelChecker(scenario, arguments, loader, preemptions, mostExecutions, newLimits);
  }

  private ModelChecker with(CheckedClasses newClasses) {
    CheckedLoader newLoader = new CheckedLoader(newClasses);
    return new ModelChecker(scenario, arguments, newLoader, preemptions, mostExecutions, limits);
  }

  /**
   * Checks it, up to the first failure.
   *
   * @throws UnmodelledException if it reaches what is not modelled
   */
  public Verdict check() {
    FutureTask<Verdict> check = new FutureTask<>(() -> new Run().toEnd());
    new Worker("set-up", check).start();
    try {
      return check.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      throw new AssertionError(e); // nobody interrupts a test
    }
  }

  private final class Run {

    private final Worker first = (Worker) Thread.currentThread();
    private final List<Worker> others = new ArrayList<>();
    private final Search search =
        preemptions == UNBOUNDED ? new ExhaustiveSearch() : new BoundedSearch(preemptions);
    private final Constructor<? extends Scenario> constructor;
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final Map<String, Integer> mostSteps = new TreeMap<>();
    private long executions;

    Run() {
      if (Modifier.isAbstract(scenario.getModifiers())) {
        throw new IllegalArgumentException(scenario.getName() + " is abstract");
      }
      Class<?>[] parameters = new Class<?>[arguments.size()];
      Arrays.fill(parameters, String.class);
      try {
        constructor =
            Class.forName(scenario.getName(), true, loader)
                .asSubclass(Scenario.class)
                .getDeclaredConstructor(parameters);
        constructor.setAccessible(true);
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(
            "%s must be a top-level or a static nested class, with a constructor that takes %s"
                .formatted(
                    scenario.getName(),
                    arguments.isEmpty() ? "nothing" : arguments.size() + " strings"),
            e);
      }
    }

    Verdict toEnd() {
      try {
        return explore();
      } finally {
        others.forEach(Worker::end);
      }
    }

    private Verdict explore() {
      boolean isMore = true;
      while (isMore && executions < mostExecutions) {
        search.begin();
        Throwable failure = execute(null);
        if (failure != null) {
          return verdict(false, explain(failure));
        }
        isMore = search.advance();
      }
      return verdict(!isMore, null);
    }

    private Verdict verdict(boolean isExhausted, Verdict.@Nullable Failure failure) {
      return new Verdict(
          executions,
          isExhausted,
          Collections.unmodifiableMap(outcomes),
          Collections.unmodifiableMap(mostSteps),
          failure);
    }

    /** Makes the same choices again, and takes them down. */
    private Verdict.Failure explain(Throwable failure) {
      for (Throwable at = failure; at != null; at = at.getCause()) {
        if (at instanceof UnmodelledException unmodelled) {
          throw unmodelled; // be it from a static initializer
        }
      }
      Trace trace = new Trace();
      search.begin();
      execute(trace);
      return new Verdict.Failure(failure, trace.toString());
    }

    private @Nullable Throwable execute(@Nullable Trace trace) {
      Execution execution = new Execution(limits, search, trace);
      Cast cast = new Cast(execution);
      execution.add("set-up", first, () -> cast.setUp());
      execution.runFirst();
      cast.tell();
      execution.runOthers();
      if (execution.isComplete() && execution.failure() == null) {
        execution.runAtEnd(() -> cast.tellOutcome());
      }
      execution.end();
      if (execution.isCounted()) {
        executions++;
      }
      for (Actor actor : execution.actors()) {
        mostSteps.merge(actor.name, actor.steps, Math::max);
      }
      return execution.failure();
    }

    private Worker other(int index, String name) {
      if (index == others.size()) {
        Worker worker = new Worker(name, null);
        others.add(worker);
        worker.start();
      }
      return others.get(index);
    }

    /** The threads of one execution. */
    private final class Cast implements Scenario.Actors {
      private final Execution execution;
      private Scenario.Outcome outcome = () -> "";

      Cast(Execution execution) {
        this.execution = execution;
      }

      void setUp() throws Throwable {
        Scenario made;
        try {
          made = constructor.newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
          throw Objects.requireNonNullElse(e.getCause(), e);
        }
        made.setUp(this);
        requireThreads();
      }

      private void requireThreads() {
        List<Actor> actors = execution.actors();
        if (actors.size() == 1) {
          throw new IllegalArgumentException(scenario.getName() + " adds no thread");
        }
        String suspended = limits.suspendable();
        if (suspended != null && actors.stream().noneMatch(each -> each.name.equals(suspended))) {
          throw new IllegalArgumentException(
              scenario.getName() + " adds no thread of the name " + suspended);
        }
      }

      /** What was set up happened before all else. */
      void tell() {
        List<Actor> actors = execution.actors();
        for (int i = 1; i < actors.size(); i++) {
          actors.get(i).knowledge.learn(actors.get(0).knowledge);
        }
      }

      void tellOutcome() throws Throwable {
        outcomes.merge(String.valueOf(outcome.tell()), 1L, Long::sum);
      }

      @Override
      public Thread add(String name, Scenario.Body body) {
        Objects.requireNonNull(body, name);
        if (execution.actors().stream().anyMatch(actor -> actor.name.equals(name))) {
          throw new IllegalArgumentException("a scenario has two threads of the name " + name);
        }
        Worker worker = other(execution.actors().size() - 1, name);
        execution.add(name, worker, body);
        return worker;
      }

      @Override
      public void atEnd(Scenario.Outcome newOutcome) {
        outcome = newOutcome;
      }
    }
  }
}
