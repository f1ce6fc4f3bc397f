package io.multishot.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Message;
import io.multishot.processor.model.RuntimeNames;
import io.multishot.processor.model.Target;
import java.util.List;

/** Writes the source of a slab: one class, with its handler, and the copy of a message. */
final class SlabWriter extends TargetWriter {

  SlabWriter(Target target, String generator) {
    super(target, generator);
  }

  @Override
  TypeSpec targetClass() {
    TypeSpec.Builder type =
        describe(targetClass("A slab of one-shot reply slots for"), "")
            .superclass(
                ParameterizedTypeName.get(
                    source.use(RuntimeNames.SLAB), carried(), names.handler()));
    new SlabOpenWriter(source).addTo(type);
    if (target.options().hasDeadlines()) {
      new DeadlineWriter(source).addTo(type);
    }
    new SlotSendWriter(source).addTo(type);
    new SlotReceiveWriter(source).addTo(type);
    new SlotDeliveryWriter(source).addTo(type);
    addWaitPolicyTo(type);
    type.addType(new SlabHandlerWriter(source).write());
    if (message.is(Message.Form.VIEW)) {
      type.addType(new CopyWriter(source).write());
    }
    return type.build();
  }

  @Override
  List<ClassName> superclasses() {
    return List.of(RuntimeNames.SLAB);
  }
}
