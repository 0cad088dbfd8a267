/* A Python interpreter with the libpython given by LIBRARY: gcc -DLIBRARY='"..."' -o python interpreter.c
   packaging/linux/measure.py runs the program from source with it, on the package's own interpreter. */
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
