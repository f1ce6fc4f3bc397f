package io.multishot.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;

/** Another processor, which generates sources in the first round. */
class GeneratingProcessor extends FirstRoundProcessor {

  private final Map<String, String> sources;

  /** Takes the sources by the names of their classes. */
  GeneratingProcessor(Map<String, String> sources) {
    super(Set.of("*"));
    this.sources = sources;
  }

  @Override
  final void process(ProcessingEnvironment environment, RoundEnvironment round) {
    sources.forEach(
        (name, text) -> {
          try (Writer out = environment.getFiler().createSourceFile(name).openWriter()) {
            out.write(text);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
