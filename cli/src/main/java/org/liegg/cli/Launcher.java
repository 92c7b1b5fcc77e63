package org.liegg.cli;

import org.liegg.cli.base.ExitCode;

/**
 * The script that started this virtual machine, if one did. It cannot know by an exit code of 1
 * whether the answer is no or the virtual machine did not start; so it asks, in a system property,
 * that a number be added to every exit code that is meant, and takes it off again.
 *
 * @param added to exit codes; 0 where no script asked
 * @param process its process; 0 where there is none
 */
record Launcher(int added, long process) {

  static Launcher ofSystem() {
    return new Launcher(
        Integer.getInteger("org.liegg.cli.meant", 0), Long.getLong("org.liegg.cli.launcher", 0));
  }

  /** What this process exits with, so that the launcher exits with the given code. */
  int code(int meant) {
    return meant + added;
  }

  /** Sees to it that this process does not outlive a launcher that was killed. */
  void endWithIt() {
    if (process == 0) {
      return;
    }
    // On a thread of its own, since none of this is needed for the start.
    Thread watch = new Thread(this::await, "liegg-launcher-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private void await() {
    ProcessHandle.of(process).ifPresent(launcher -> launcher.onExit().join());
    System.exit(code(ExitCode.INTERNAL_ERROR));
  }
}
