package io.multishot.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.multishot.MultiShot;
import java.lang.reflect.Field;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

/** What the processor tells the compiler of itself. */
final class ProcessorPromisesTest {

  private final MultiShotProcessor processor = new MultiShotProcessor();

  @Test
  void itAsksForItsOwnAnnotationOnly() {
    assertEquals(Set.of(MultiShot.class.getName()), processor.getSupportedAnnotationTypes());
  }

  @Test
  void itHasNoOptions() {
    assertEquals(Set.of(), processor.getSupportedOptions());
  }

  @Test
  void itSupportsWhateverTheCompilerDoes() {
    assertEquals(SourceVersion.latestSupported(), processor.getSupportedSourceVersion());
  }

  /** In the next round another element may stand for a declaration. */
  @Test
  void itKeepsNoElementsBetweenRounds() {
    for (Field field : MultiShotProcessor.class.getDeclaredFields()) {
      assertFalse(
          field.getGenericType().getTypeName().contains("javax.lang.model"), field::toString);
    }
  }
}
