package io.multishot.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.multishot.processor.model.CallMethod;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Writes a switch over the answers of a call that has several. */
final class AnswerSwitch {

  private AnswerSwitch() {}

  /**
   * Adds it; the last answer is the default.
   *
   * @param cell the expression for the cell
   */
  static void add(
      MethodSpec.Builder method,
      List<CallMethod> methods,
      List<ReceiveForm> answers,
      String cell,
      Function<ReceiveForm, CodeBlock> code) {
    method.beginControlFlow("switch ($L.$L)", cell, CallMethod.SELECTOR);
    for (int i = 0; i < answers.size(); i++) {
      ReceiveForm answer = answers.get(i);
      List<CodeBlock> cases =
          IntStream.range(0, methods.size())
              .filter(index -> methods.get(index).answer().equals(answer.suffix()))
              .mapToObj(index -> CodeBlock.of("$L", index))
              .toList();
      method.addCode(
          i < answers.size() - 1
              ? CodeBlock.of("case $L -> {$>\n", CodeBlock.join(cases, ", "))
              : CodeBlock.of("default -> {$>\n"));
      method.addCode(code.apply(answer)).addCode("$<}\n");
    }
    method.endControlFlow();
  }
}
