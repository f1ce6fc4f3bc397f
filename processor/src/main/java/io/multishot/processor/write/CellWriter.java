package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.RuntimeNames;

/** Writes the methods by which the runtime reaches a receiver's cell, and knows how it waits. */
final class CellWriter extends ElementWriter {

  CellWriter(Source source) {
    super(source);
  }

  void addTo(TypeSpec.Builder receiver) {
    receiver.addMethod(cell()).addMethod(newCell()).addMethod(install());
    if (message.hasView()) {
      receiver.addMethod(hasViews());
    }
    addWaitPolicyTo(receiver);
  }

  private MethodSpec cell() {
    return implementation("cell")
        .returns(source.use(RuntimeNames.SENDER))
        .addStatement("return cell")
        .build();
  }

  private MethodSpec newCell() {
    return implementation("newCell")
        .returns(source.use(RuntimeNames.SENDER))
        .addStatement("return new $T()", names.sender())
        .build();
  }

  private MethodSpec install() {
    return unchecked(implementation("install"))
        .addParameter(source.use(RuntimeNames.SENDER), "newCell")
        .addStatement("cell = ($T) newCell", names.sender())
        .build();
  }

  private MethodSpec hasViews() {
    return implementation("hasViews").returns(boolean.class).addStatement("return true").build();
  }
}
