package io.multishot.processor.model;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A method that can be asked.
 *
 * @param name its name
 * @param parameters its parameters, with names that nothing in generated code has
 * @param isVarArgs whether the last of them is declared as variable arguments
 * @param result what it returns
 * @param thrown the exceptions that it declares
 * @param isInterruptible whether {@code InterruptedException} is one of them
 * @param isRaw whether it is inherited from a raw type, so that to call it is unchecked
 * @param answer what the names of methods end with that bear the type of its answer
 */
public record CallMethod(
    String name,
    List<Field> parameters,
    boolean isVarArgs,
    TypeName result,
    List<TypeName> thrown,
    boolean isInterruptible,
    boolean isRaw,
    String answer) {

  /** The field that says which method is asked, if there are several. */
  public static final String SELECTOR = "method";

  private static final String REFERENCE = "object";

  public boolean isVoid() {
    return result.equals(TypeName.VOID);
  }

  /** The name of the method that asks it. */
  public String asker() {
    return "ask" + capitalized(name);
  }

  /** Returns a method's name as it stands behind a verb. */
  public static String capitalized(String name) {
    int first = name.codePointAt(0);
    return Character.toString(Character.toUpperCase(first))
        + name.substring(Character.charCount(first));
  }

  /** The fields that hold the parameters, in their order. */
  public List<String> slots() {
    Map<String, Integer> used = new HashMap<>();
    List<String> slots = new ArrayList<>();
    for (Field parameter : parameters) {
      String kind = kind(parameter.type());
      slots.add(kind + (used.merge(kind, 1, Integer::sum) - 1));
    }
    return slots;
  }

  /** The field that holds the answer, which takes the place of a parameter. */
  public String answerSlot() {
    return kind(result) + 0;
  }

  /**
   * The fields that hold the questions and answers of some methods.
   *
   * @param reference the type of those that hold references
   */
  public static List<Field> fields(List<CallMethod> methods, TypeName reference) {
    Map<String, Field> fields = new LinkedHashMap<>();
    if (methods.size() > 1) {
      fields.put(SELECTOR, new Field(SELECTOR, TypeName.INT));
    }
    for (CallMethod method : methods) {
      List<String> slots = method.slots();
      for (int i = 0; i < slots.size(); i++) {
        add(fields, slots.get(i), method.parameters.get(i).type(), reference);
      }
      if (!method.isVoid()) {
        add(fields, method.answerSlot(), method.result, reference);
      }
    }
    return List.copyOf(fields.values());
  }

  private static void add(
      Map<String, Field> fields, String slot, TypeName type, TypeName reference) {
    fields.putIfAbsent(slot, new Field(slot, type.isPrimitive() ? type : reference));
  }

  private static String kind(TypeName type) {
    return type.isPrimitive() ? type.toString() : REFERENCE;
  }

  /** Whether a cast from {@code Object} to {@code type} is one that compilers cannot check. */
  public static boolean isUnchecked(TypeName type) {
    if (type instanceof ArrayTypeName array) {
      return isUnchecked(array.componentType());
    }
    return type instanceof ParameterizedTypeName || type instanceof TypeVariableName;
  }
}
