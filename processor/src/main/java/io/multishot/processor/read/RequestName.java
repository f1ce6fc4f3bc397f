package io.multishot.processor.read;

import io.multishot.processor.model.TargetKind;
import java.util.Optional;
import javax.lang.model.util.Elements;

/**
 * Identifies a request from one round to the next, where another element may stand for its
 * declaration.
 *
 * @param declaration the name of its declaration
 * @param kind what it asks for
 */
public record RequestName(DeclarationName declaration, TargetKind kind) {

  public static RequestName of(Request request, Elements elements) {
    return new RequestName(DeclarationName.of(request.element(), elements), request.kind());
  }

  /** Returns the request as this round shows it; empty if there is none. */
  public Optional<Request> find(Elements elements) {
    return declaration.find(elements).map(element -> new Request(element, kind));
  }

  @Override
  public String toString() {
    return "the " + kind.noun() + " of " + declaration.qualified();
  }
}
