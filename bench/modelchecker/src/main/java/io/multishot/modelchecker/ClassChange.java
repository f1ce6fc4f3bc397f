package io.multishot.modelchecker;

/** A change to class files, made before they are checked: a seeded bug. */
@FunctionalInterface
public interface ClassChange {

  /** Changes nothing. */
  ClassChange NONE = (name, file) -> file;

  /** Returns the class file to be checked in place of that one; or that one itself. */
  byte[] apply(String name, byte[] file);
}
