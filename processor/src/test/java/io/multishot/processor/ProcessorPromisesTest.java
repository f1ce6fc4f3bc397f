package io.multishot.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.multishot.MultiShot;
import io.multishot.MultiShotCall;
import io.multishot.MultiShotSlab;
import java.lang.reflect.Field;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the processor says of itself to the compiler. */
final class ProcessorPromisesTest {

  private final MultiShotProcessor processor = new MultiShotProcessor();

  @Test
  void supportedAnnotationTypes_areItsOwn() {
    assertEquals(
        Set.of(
            MultiShot.class.getName(),
            MultiShotCall.class.getName(),
            MultiShotSlab.class.getName()),
        processor.getSupportedAnnotationTypes());
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
  @ParameterizedTest
  @ValueSource(
      strings = {
        "MultiShotProcessor",
        "rounds.Rounds",
        "rounds.Admission",
        "rounds.TargetFiles",
        "rounds.Declarations",
        "read.DeclarationName",
        "read.RequestName",
        "read.DeclarationReader",
        "read.KnownClasses"
      })
  void processor_keepsNoElementsBetweenRounds(String name) throws ClassNotFoundException {
    for (Field field : Class.forName("io.multishot.processor." + name).getDeclaredFields()) {
      assertFalse(
          field.getGenericType().getTypeName().matches(".*javax\\.lang\\.model\\.(element|type).*"),
          field::toString);
    }
  }
}
