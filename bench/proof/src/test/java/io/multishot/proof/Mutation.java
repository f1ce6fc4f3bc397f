package io.multishot.proof;

import io.multishot.modelchecker.ClassChange;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * One seeded bug: a change to one instruction of what is shipped.
 *
 * @param kind what is done to it
 * @param site where
 * @param detail in which way, where there are several
 */
record Mutation(Kind kind, Site site, String detail) implements ClassChange {

  /** What is done to an instruction. */
  enum Kind {
    /** An access is made in the next weaker mode. */
    WEAKEN,
    /** A read-modify-write is made a load and a store. */
    SPLIT,
    /** The answer of a look or a check is not the true one. */
    IGNORE,
    /** A write is made only after the next one. */
    DELAY
  }

  /**
   * An instruction.
   *
   * @param type the class, by its name
   * @param method its method and descriptor
   * @param index which instruction of the method, among those that have a site
   * @param line in the source
   * @param what it does, for a reader
   */
  record Site(String type, String method, int index, int line, String what) {
    @Override
    public String toString() {
      String simple = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
      return simple + "." + method.substring(0, method.indexOf('(')) + ": " + what;
    }
  }

  @Override
  public byte[] apply(String name, byte[] file) {
    if (!name.equals(site.type)) {
      return file;
    }
    ClassReader reader = new ClassReader(file);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new MutatingVisitor(writer, this), 0);
    return writer.toByteArray();
  }

  /** The same from one build to the next, in contrast to a line number. */
  String id() {
    return kind + (detail.isEmpty() ? "" : " " + detail) + " " + site;
  }

  @Override
  public String toString() {
    return id() + " (line " + site.line + ")";
  }
}
