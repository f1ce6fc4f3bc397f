// kind: request-used-after-use
// shape: straight
// why: Generic calls are calls.
package misuse;

class GenericRequestIsServedTwice {
  <K, V> void answer(DirectoryCall.Request<K, V> request, Directory<K, V> directory) {
    request.serve(directory);
    request.serve(directory); // wrong
  }
}
