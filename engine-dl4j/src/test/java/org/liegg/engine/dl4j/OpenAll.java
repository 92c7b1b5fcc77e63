package org.liegg.engine.dl4j;

import java.nio.file.Path;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;

/** Opens files, in a process whose class loading is watched, and prints what came of each. */
final class OpenAll {

  private OpenAll() {}

  public static void main(String[] files) {
    for (String file : files) {
      try {
        FileNetworks.opened(Path.of(file)).open(ModelOptions.defaults()).close();
        System.out.println("opened");
      } catch (ModelException e) {
        System.out.println(e.code());
      }
    }
  }
}
