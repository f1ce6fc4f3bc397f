package io.multishot.processor.misuse;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What the compiler knows of the trees of one file. */
final class Attributed {

  private final Trees trees;
  private final TreePath root;

  Attributed(Trees trees, CompilationUnitTree unit) {
    this.trees = trees;
    this.root = new TreePath(unit);
  }

  /** The element that a tree declares or names; {@code null} if there is none, or an error. */
  @Nullable Element element(Tree tree) {
    // The compiler looks at the leaf only, if that is attributed: no way down to it is needed.
    return trees.getElement(new TreePath(root, tree));
  }

  /** The type of an expression; {@code null} if it has none. */
  @Nullable TypeMirror type(Tree tree) {
    return trees.getTypeMirror(new TreePath(root, tree));
  }
}
