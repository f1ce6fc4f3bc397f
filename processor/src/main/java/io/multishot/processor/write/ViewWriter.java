package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Field;
import io.multishot.processor.model.Message;
import javax.lang.model.element.Modifier;

/** Writes the view of a message that lies in the channel's own memory. */
final class ViewWriter extends ElementWriter {

  ViewWriter(Source source) {
    super(source);
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        nestedClass(
                "View",
                """
                A view of the message in the channel's own memory. It is valid until the receiver arms the
                next shot; to read a field after that throws {@code IllegalStateException}. Two views are
                equal if their fields are equal; arrays are compared by their contents.
                """)
            .addModifiers(implementsInterface() ? Modifier.PRIVATE : Modifier.PUBLIC)
            .addModifiers(Modifier.FINAL)
            .addField(names.payload(), "cell", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(constructor());
    if (implementsInterface()) {
      type.addSuperinterface(message.type());
    }
    for (Field field : message.fields()) {
      type.addMethod(accessor(field));
    }
    new ViewContentsWriter(source, "View", true).addTo(type);
    return type.build();
  }

  private boolean implementsInterface() {
    return message.is(Message.Form.VIEW);
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(names.payload(), "cell")
        .addStatement("this.cell = cell")
        .build();
  }

  private MethodSpec accessor(Field field) {
    MethodSpec.Builder accessor = publicMethod(field.name(), field.type());
    if (implementsInterface()) {
      accessor.addAnnotation(source.use(Override.class));
    } else {
      accessor.addJavadoc(
          "{@return the field as it was sent; see {@link $T#$L()}}\n", declaration(), field.name());
    }
    return accessor
        .addStatement("cell.requireViewed()")
        .addStatement("return cell.$N", field.name())
        .build();
  }
}
