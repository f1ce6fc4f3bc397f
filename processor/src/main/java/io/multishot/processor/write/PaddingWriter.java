package io.multishot.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.RuntimeNames;
import javax.lang.model.element.Modifier;

/**
 * Writes the fields that keep other objects off the payload's cache lines. They are fields of the
 * sender, because only a subclass's fields are sure to lie behind the payload, and one more class
 * for each channel would cost more than it tidies.
 */
final class PaddingWriter extends ElementWriter {

  /** 128 bytes behind the payload, as there are in front of the state. */
  private static final int LONGS = 16;

  PaddingWriter(Source source) {
    super(source);
  }

  void addTo(TypeSpec.Builder sender) {
    sender.addAnnotation(source.use(RuntimeNames.SUPPRESS_SPOTBUGS));
    sender.addAnnotation(
        AnnotationSpec.builder(source.use(SuppressWarnings.class))
            .addMember("value", "$S", "unused")
            .build());
    sender.addField(
        FieldSpec.builder(long.class, names.padding() + 0, Modifier.PRIVATE)
            .addJavadoc(
                """
                The padding: $L bytes that keep the next object in memory off the payload's cache lines.
                """,
                LONGS * Long.BYTES)
            .build());
    for (int i = 1; i < LONGS; i++) {
      sender.addField(long.class, names.padding() + i, Modifier.PRIVATE);
    }
  }
}
