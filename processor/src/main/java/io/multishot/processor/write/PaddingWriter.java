package io.multishot.processor.write;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Channel;

/** Writes the fields that keep other objects off the payload's cache lines. */
final class PaddingWriter extends ElementWriter {

  /** 128 bytes behind the payload, as there are in front of the state. */
  private static final int LONGS = 16;

  PaddingWriter(Channel channel) {
    super(channel);
  }

  void addTo(TypeSpec.Builder sender) {
    sender.addField(
        FieldSpec.builder(long.class, names.padding() + 0)
            .addJavadoc("Keeps what lies behind in memory off the payload's cache lines.\n")
            .build());
    for (int i = 1; i < LONGS; i++) {
      sender.addField(long.class, names.padding() + i);
    }
  }
}
