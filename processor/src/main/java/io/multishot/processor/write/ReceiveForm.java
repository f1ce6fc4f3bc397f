package io.multishot.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.multishot.processor.model.CallMethod;
import io.multishot.processor.model.InnerNames;
import io.multishot.processor.model.Message;
import io.multishot.processor.model.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form in which a message can be received. A record has two, itself and a view; any other message
 * has one.
 *
 * @param suffix what the names of the methods end with
 * @param type what the methods return
 * @param peeked the expression for the message that stays in the cell
 * @param taken the expression for the message whose shot is over
 * @param isMade whether the expressions make a record, by user code
 * @param isLent whether the message is valid only until the next shot is armed
 * @param isOneOfSeveral whether there are other answers, so that it is to be checked which it is
 */
record ReceiveForm(
    String suffix,
    TypeName type,
    String peeked,
    String taken,
    boolean isMade,
    boolean isLent,
    boolean isOneOfSeveral) {

  private ReceiveForm(
      String suffix, TypeName type, String peeked, String taken, boolean isMade, boolean isLent) {
    this(suffix, type, peeked, taken, isMade, isLent, false);
  }

  /** The forms of a channel's message, that without a suffix first. */
  static List<ReceiveForm> of(Target target) {
    Message message = target.message();
    InnerNames names = new InnerNames(target);
    String view = "cell." + names.viewField();
    return switch (message.form()) {
      case VALUE -> {
        String taken = message.hasReferences() ? "cell.release()" : "cell.value";
        yield List.of(new ReceiveForm("", message.type(), "cell.value", taken, false, false));
      }
      case VIEW -> List.of(new ReceiveForm("", message.type(), view, view, false, true));
      case RECORD ->
          List.of(
              new ReceiveForm("", message.type(), "cell.copy()", "cell.copy()", true, false),
              new ReceiveForm("View", names.view(), view, view, false, true));
      case CALL -> ofCalls(target.methods());
    };
  }

  /** The answers of a call, each once. */
  private static List<ReceiveForm> ofCalls(List<CallMethod> methods) {
    Map<String, ReceiveForm> forms = new LinkedHashMap<>();
    for (CallMethod method : methods) {
      String answer = method.answer();
      boolean isPrimitive = method.result().isPrimitive();
      String read = isPrimitive ? method.answerSlot() : "answer" + answer + "()";
      String taken = isPrimitive ? read : "release" + answer + "()";
      forms.putIfAbsent(
          answer,
          new ReceiveForm(
              answer,
              method.result(),
              "cell." + read,
              "cell." + taken,
              false,
              false,
              !answer.isEmpty()));
    }
    return List.copyOf(forms.values());
  }

  boolean isVoid() {
    return type.equals(TypeName.VOID);
  }

  /** Checks that the answer is this one. */
  CodeBlock check() {
    return isOneOfSeveral ? CodeBlock.of("require$L(cell);\n", suffix) : CodeBlock.of("");
  }

  static ReceiveForm first(Target target) {
    return of(target).get(0);
  }

  /** Whether it is the second form, as the runtime distinguishes them. */
  boolean isView() {
    return isLent && !suffix.isEmpty();
  }

  /** The name of the interface of handlers that take this form. */
  String handler() {
    return suffix + "Handler";
  }

  /** For how long the message can be read, as the end of a sentence. */
  String validity() {
    return isLent ? ", valid until the next shot is armed" : "";
  }

  /**
   * Ends the shot and returns its message. A record is made before the shot is ended: its
   * constructor may throw, and then the value stays.
   *
   * @param ending a call that checks that there is a value, and ends the shot
   * @param checking a call that checks that there is a value, and returns the shot's number
   */
  CodeBlock take(String ending, String checking) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (isMade) {
      return code.addStatement("long shot = $L", checking)
          .addStatement("$T message = $L", type, taken)
          .addStatement("takeValue(cell, shot)")
          .addStatement("return message")
          .build();
    }
    code.addStatement(ending);
    return isVoid() ? code.build() : code.addStatement("return $L", taken).build();
  }
}
