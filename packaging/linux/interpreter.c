/* A python on the libpython that LIBRARY names: gcc -DLIBRARY='"..."' -o python interpreter.c
   The proof of the package measures the program from source on the package's own interpreter with it. */
#include <dlfcn.h>
#include <stdio.h>

int main(int count, char **words) {
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_GLOBAL);
  int (*python)(int, char **) = library ? (int (*)(int, char **))dlsym(library, "Py_BytesMain") : NULL;
  if (!python) {
    fprintf(stderr, "%s\n", dlerror());
    return 1;
  }
  return python(count, words);
}
