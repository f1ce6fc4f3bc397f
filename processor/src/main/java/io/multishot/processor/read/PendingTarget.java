package io.multishot.processor.read;

import com.palantir.javapoet.ClassName;
import io.multishot.processor.model.Channel;

/**
 * What other declarations need to know of a channel that is about to be written.
 *
 * @param name the name of its class
 * @param isPublic whether it is public rather than package-private
 * @param isGeneric whether it has type parameters
 */
public record PendingChannel(ClassName name, boolean isPublic, boolean isGeneric) {

  public static PendingChannel of(Channel channel) {
    return new PendingChannel(channel.name(), channel.isPublic(), channel.isGeneric());
  }
}
