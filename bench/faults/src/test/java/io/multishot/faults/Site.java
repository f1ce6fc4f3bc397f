package io.multishot.faults;

/**
 * A point at which something can be thrown: an instruction of the runtime or of a generated class.
 *
 * @param type the class, by its simple name
 * @param method its method
 * @param instruction what is about to be made or called
 * @param called the name of the method called; empty for an allocation
 * @param line in the source
 */
public record Site(String type, String method, String instruction, String called, int line) {

  /** Whether it makes an object, so that it is lack of memory that is thrown there. */
  public boolean isAllocation() {
    return called.isEmpty();
  }

  /** The same from one build to the next, in contrast to the line. */
  public String id() {
    return type + "." + method + ": " + instruction;
  }

  @Override
  public String toString() {
    return id() + " (line " + line + ")";
  }
}
