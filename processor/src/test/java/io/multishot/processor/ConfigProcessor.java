package io.multishot.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;

/** Another processor, which generates what the declarations of a {@link RandomDesk} mention. */
public final class ConfigProcessor extends FirstRoundProcessor {

  /** Called by compilers. */
  public ConfigProcessor() {
    super(Set.of("*"));
  }

  @Override
  void process(ProcessingEnvironment environment, RoundEnvironment round) {
    write(environment, "Made", "public class Made {}");
    write(
        environment,
        "Config",
        "public class Config { public static final boolean PADDED = false; }");
  }

  private static void write(ProcessingEnvironment environment, String name, String text) {
    try (Writer out = environment.getFiler().createSourceFile("generated." + name).openWriter()) {
      out.write("package generated; " + text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
