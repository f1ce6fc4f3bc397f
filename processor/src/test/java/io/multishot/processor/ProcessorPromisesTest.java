package io.multishot.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.multishot.MultiShot;
import java.lang.reflect.Field;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

/** What the processor says of itself to the compiler. */
final class ProcessorPromisesTest {

  private final MultiShotProcessor processor = new MultiShotProcessor();

  @Test
  void supportedAnnotationTypes_areOneAnnotation() {
    assertEquals(Set.of(MultiShot.class.getName()), processor.getSupportedAnnotationTypes());
  }

  @Test
  void supportedOptions_areNone() {
    assertEquals(Set.of(), processor.getSupportedOptions());
  }

  @Test
  void supportedSourceVersion_isTheLatest() {
    assertEquals(SourceVersion.latestSupported(), processor.getSupportedSourceVersion());
  }

  /** In the next round another element may stand for a declaration. */
  @Test
  void processor_keepsNoElementsBetweenRounds() {
    for (Field field : MultiShotProcessor.class.getDeclaredFields()) {
      assertFalse(
          field.getGenericType().getTypeName().contains("javax.lang.model"), field::toString);
    }
  }
}
