package io.multishot.bench.compile;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The processors, each with its declaration as its documentation shows it. A factory method that
 * calls what is generated is left out: the sources must compile without the processor, too.
 */
public enum Over {
  MULTISHOT("io.multishot.processor.MultiShotProcessor") {
    @Override
    String declaration(String name, Declares declares) {
      return switch (declares) {
        case VALUE ->
            """
            import io.multishot.MultiShot;

            @MultiShot(type = long.class)
            public interface %s {}
            """
                .formatted(name);
        case MESSAGE ->
            """
            import io.multishot.MultiShot;

            @MultiShot
            public interface %s {
            %s}
            """
                .formatted(name, accessors("", declares));
      };
    }

    /** The channel, and inside it its receiver, handler, payload, sender, shot, and view. */
    @Override
    int generatedClasses(Declares declares) {
      return switch (declares) {
        case VALUE -> 6;
        case MESSAGE -> 7;
      };
    }
  },

  AUTO_VALUE("com.google.auto.value.processor.AutoValueProcessor") {
    @Override
    String declaration(String name, Declares declares) {
      return """
      import com.google.auto.value.AutoValue;

      @AutoValue
      public abstract class %s {
      %s}
      """
          .formatted(name, accessors("public abstract ", declares));
    }

    @Override
    int generatedClasses(Declares declares) {
      return 1;
    }
  },

  IMMUTABLES("org.immutables.processor.ProxyProcessor") {
    @Override
    String declaration(String name, Declares declares) {
      return """
      import org.immutables.value.Value;

      @Value.Immutable
      public interface %s {
      %s}
      """
          .formatted(name, accessors("", declares));
    }

    /** The class and its builder. */
    @Override
    int generatedClasses(Declares declares) {
      return 2;
    }
  },

  RECORD_BUILDER("io.soabase.recordbuilder.processor.RecordBuilderProcessor") {
    @Override
    String declaration(String name, Declares declares) {
      return """
      import io.soabase.recordbuilder.core.RecordBuilder;

      @RecordBuilder
      public record %s(%s) {}
      """
          .formatted(name, String.join(", ", declares.properties()));
    }

    /** The builder, and what it has inside: see its documentation of {@code With}. */
    @Override
    int generatedClasses(Declares declares) {
      return 3;
    }
  };

  /** What the names of the declarations begin with; a number follows. */
  static final String DECLARED = "Declared";

  private static final String PACKAGE = "declared";

  private final String processor;

  Over(String processor) {
    this.processor = processor;
  }

  /** The class name of the processor. */
  String processor() {
    return processor;
  }

  /** A compilation unit each. */
  final List<Source> sources(Declares declares, int declarations) {
    return IntStream.range(0, declarations)
        .mapToObj(i -> DECLARED + i)
        .map(
            name ->
                new Source(
                    PACKAGE + "." + name,
                    "package " + PACKAGE + ";\n\n" + declaration(name, declares)))
        .toList();
  }

  abstract String declaration(String name, Declares declares);

  /** How many classes are generated for a declaration. */
  abstract int generatedClasses(Declares declares);

  private static String accessors(String modifiers, Declares declares) {
    StringBuilder accessors = new StringBuilder();
    for (String property : declares.properties()) {
      accessors.append("  ").append(modifiers).append(property).append("();\n");
    }
    return accessors.toString();
  }
}
