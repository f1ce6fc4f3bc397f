package io.multishot.processor.read;

import io.multishot.processor.model.TargetKind;

/**
 * The problems that a declaration can have. Each text says what is wrong and what to write instead;
 * the bracketed identifiers that users see are stable. Where a text says {@code {channel}} or
 * {@code {@MultiShot}}, users see what they have asked for, and by which annotation.
 */
public enum Problem {
  KIND(
      "kind",
      "{@MultiShot} belongs on an interface or a record, and %s is %s. Declare an interface for the"
          + " {channel}: {@MultiShot}(type = long.class) interface Quote {}"),
  PRIVATE(
      "private",
      "%s is private, so the generated {channel} could not name it. Make it package-private"),
  PRIVATE_ENCLOSING(
      "private-enclosing",
      "%s lies in %s, which is private, so the generated {channel} could not name it. Make %2$s"
          + " package-private, or move %1$s out of it"),
  NO_PAYLOAD(
      "no-payload",
      "nothing says what a shot of %s carries. Name it: {@MultiShot}(type = long.class), or declare"
          + " an accessor for each field of it: long price();"),
  NO_COMPONENTS(
      "no-components",
      "a shot of %s would carry nothing. Give the record a component; for a bare signal use"
          + " {@MultiShot}(type = boolean.class) on an interface"),
  VOID(
      "void",
      "a shot cannot carry void. Name one of the eight primitive types or a class; to send a bare"
          + " signal, carry a boolean"),
  BOXED("boxed", "%s would box every value that is sent. Use the primitive: type = %s.class"),
  INACCESSIBLE(
      "inaccessible",
      "%s is not accessible from %s, where the {channel} is generated. Widen its visibility, or"
          + " carry a type that is visible there"),
  INACCESSIBLE_MODULE(
      "inaccessible",
      "%s is not accessible from %s, where the {channel} is generated: %s does not read module %s."
          + " Add \"requires %4$s;\" to its module-info.java, or carry a type that is visible"
          + " there"),
  INACCESSIBLE_PACKAGE(
      "inaccessible",
      "%s is not accessible from %s, where the {channel} is generated: %s does not export package"
          + " %s to %s. Let its module-info.java export it, or carry a type that is visible there"),
  INACCESSIBLE_CLASS_PATH(
      "inaccessible",
      "%s is not accessible from %s, where the {channel} is generated: it is on the class path,"
          + " which %s does not read. Put its jar on the module path, or carry a type that is"
          + " visible there"),
  UNRESOLVED(
      "unresolved",
      "%s mentions a type or a constant that cannot be found, neither in the sources nor among what"
          + " annotation processors generate: %s. Check its spelling and the imports"),
  CHANGED(
      "changed",
      "the compiler shows %s otherwise now than when its {channel} was generated: then as %s, now"
          + " as %s. It hides what mentions a class that is yet to be generated. Move what"
          + " generates that class to another module, or compile with javac"),
  SOURCE_LEVEL(
      "source-level",
      "the generated {channel} of %s needs source level 17, and this compilation has %s. Set"
          + " <maven.compiler.release>17</maven.compiler.release>, or --release 17, or higher"),
  UNNAMED_CLASS(
      "unnamed-class",
      "%s lies in the implicit class of a compact source file, %s, which no other file can name,"
          + " the generated {channel} among them. Move each declaration to a file of its own"),
  TYPE_AND_PARAMETERS(
      "type-and-parameters",
      "%s has type parameters, but its payload is named by type = ..., which cannot mention them."
          + " Remove them, or declare an accessor instead: T value();"),
  TYPE_AND_ACCESSOR(
      "type-and-accessor",
      "the payload of %s is named by type = ..., so %s would be a second one. Remove the method, or"
          + " make it default or static, or remove type = ..."),
  TYPE_AND_INHERITED(
      "type-and-inherited",
      "the payload of %s is named by type = ..., so %s, inherited from %s, would be a second one."
          + " Do not extend that interface, or remove type = ..."),
  TYPE_ON_RECORD(
      "type-on-record",
      "the components of %s are its payload, so type = ... would be a second one. Remove it"),
  FOREIGN_PARAMETER(
      "foreign-parameter",
      "%s mentions, by an inner class, the type parameter %s of %s, which means nothing outside."
          + " Make the inner class static, or declare the message outside"),
  SEALED(
      "sealed",
      "%s is sealed, so the generated {channel} could not implement it. Make it non-sealed, or"
          + " declare the message as a record"),
  ACCESSOR_PARAMETERS(
      "accessor-parameters",
      "%s takes parameters, so it cannot be a field of a message. Make it default or static, or"
          + " remove them; to have it called by other threads, use @MultiShotCall"),
  ACCESSOR_VOID(
      "accessor-void",
      "%s returns nothing, so it cannot be a field of a message. Make it default or static, or give"
          + " it a type"),
  ACCESSOR_OF_OBJECT(
      "accessor-of-object",
      "%s cannot be implemented, because java.lang.Object has such a method already. Choose another"
          + " name"),
  TOO_MANY(
      "too-many",
      "%s has more fields than a method can have parameters: together they take %s places, of which"
          + " a long and a double take two, and there are %s. Carry some of them in an object"),
  CALL_KIND(
      "call-kind",
      "@MultiShotCall belongs on an interface, and %s is %s. Declare the methods to call:"
          + " @MultiShotCall interface Pricing { double price(long instrument); }"),
  CALL_AND_MESSAGE(
      "call-and-message",
      "%s has @MultiShotCall and @%s, so its methods would be called, and be the fields of a"
          + " message. Declare an interface for each"),
  CALL_EMPTY(
      "call-empty",
      "%s has no abstract method, so there is nothing to ask. Declare one: double price(long"
          + " instrument);"),
  CALL_SEALED(
      "call-sealed",
      "%s is sealed, so the generated call could not implement it for its stubs. Make it"
          + " non-sealed"),
  CALL_GENERIC(
      "call-generic",
      "%s has type parameters, and the cell that carries its question and answer has none. Give"
          + " them to the interface, or make the method default or static"),
  CALL_THROWS(
      "call-throws",
      "%s throws the type variable %s, which the generated code could not catch. Declare the"
          + " exceptions by their classes"),
  CALL_SUSPEND(
      "call-suspend",
      "%s is a suspending function of Kotlin, whose answer is not what it returns. Declare it"
          + " without suspend"),
  CALL_NAMES(
      "call-names",
      "%s and %s would be asked, or answered, by generated methods of the same name. Rename one"),
  CALL_RESULTS(
      "call-results",
      "the methods named %s return %s and %s, and the methods that receive their answers would have"
          + " one name. Give them the same result, or rename one"),
  CALL_OF_OBJECT(
      "call-of-object",
      "%s cannot be called, because java.lang.Object has such a method already. Choose another"
          + " name"),
  CALL_TOO_MANY(
      "call-too-many",
      "%s has too many parameters: with the request beside them they take %s places, of which a"
          + " long and a double take two, and there are %s. Carry some of them in an object"),
  ID_BITS(
      "id-bits",
      "an id cannot have %s bits: it is a positive long, and with fewer than %s bits the names of a"
          + " slot would come again so soon that a late reply could meet one. Give a number from"
          + " %2$s to %3$s: idBits = 53 for peers that read numbers as doubles"),
  NAME_INVALID(
      "name-invalid",
      "\"%s\" cannot be the name of a class. Give a plain Java identifier, without a package, that"
          + " is no reserved word"),
  NAME_LONG(
      "name-long",
      "the {channel} of %s would have a name of %s bytes, and file systems take %s. Choose a"
          + " shorter one: {@MultiShot}(name = \"...\", ...)"),
  NAME_NESTED(
      "name-nested",
      "\"%s\" is the name of a class inside the {channel} itself, so the {channel} cannot bear it."
          + " Choose another name"),
  NAME_TAKEN(
      "name-taken",
      "the {channel} of %s would be named %s, as is %s. Choose another name: {@MultiShot}(name ="
          + " \"...\", ...)"),
  HIDDEN(
      "hidden",
      "generated code could not name %s, because %s hides it. Rename the latter, or move the"
          + " declaration to another package"),
  RUNTIME_OLD(
      "runtime-old",
      "the multishot-runtime on the class path is older than this processor: the {channel}s that it"
          + " generates need API level %s, and that runtime has %s. Use one version of both"
          + " artifacts, or a newer runtime"),
  RUNTIME_NEW(
      "runtime-new",
      "the multishot-runtime on the class path is too new for this processor: the {channel}s that"
          + " it generates are of API level %s, and that runtime serves %s. Use one version of both"
          + " artifacts"),
  WRITE(
      "write",
      "the {channel} %s could not be written: %s. If kapt generates it as well, switch javac's"
          + " annotation processing off: -proc:none, in Maven <proc>none</proc>. Remove an older"
          + " file of this name from the sources, if there is one, and see that the output"
          + " directory is writable"),
  INTERNAL(
      "internal",
      "the MultiShot processor failed on %s. This is a bug in it, not in your code; please report"
          + " it with this trace:%n%s");

  private final String id;
  private final String text;

  Problem(String id, String text) {
    this.id = id;
    this.text = text;
  }

  /** Returns what stands in brackets before the text: stable, to search for. */
  public String id() {
    return "multishot-" + id;
  }

  String message(TargetKind kind, Object... arguments) {
    String ofKind =
        text.replace("{channel}", kind.noun())
            .replace("{@MultiShot}", "@" + kind.annotation().simpleName());
    return "[" + id() + "] " + String.format(ofKind, arguments);
  }
}
