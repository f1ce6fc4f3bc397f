// kind: unseen-declaration
// shape: straight
// why: A member of an anonymous class has no name elsewhere, and no processor is called for it.
package misuse;

class DeclaresInAnAnonymousClass {
  final Runnable task =
      new Runnable() {
        @io.multishot.MultiShot interface Step { int number(); } // wrong

        @Override
        public void run() {
          System.out.println(Step.class.getName());
        }
      };
}
