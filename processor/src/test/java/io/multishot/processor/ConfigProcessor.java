package io.multishot.processor;

import java.util.Map;

/** Generates what the declarations of a {@link RandomDesk} mention. */
public final class ConfigProcessor extends GeneratingProcessor {

  /** Called by compilers. */
  public ConfigProcessor() {
    super(
        Map.of(
            "generated.Made",
            "package generated; public class Made {}",
            "generated.Config",
            """
            package generated;
            public class Config { public static final boolean PADDED = false; }
            """));
  }
}
