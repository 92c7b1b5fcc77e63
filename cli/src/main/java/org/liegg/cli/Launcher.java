package org.liegg.cli;

/**
 * The script that started this virtual machine, if one did. It cannot know by an exit code of 1
 * whether the answer is no or the virtual machine did not start; so it asks, in a system property,
 * that a number be added to every exit code that is meant, and takes it off again.
 *
 * @param added to exit codes; 0 where no script asked
 */
record Launcher(int added) {

  static Launcher ofSystem() {
    return new Launcher(Integer.getInteger("org.liegg.cli.meant", 0));
  }

  /** What this process exits with, so that the launcher exits with the given code. */
  int code(int meant) {
    return meant + added;
  }

  /** Sees to it that this process does not outlive a launcher that was killed. */
  void endWithIt() {
    if (added == 0) {
      return;
    }
    // On a thread of its own, since none of this is needed for the start.
    Thread watch =
        new Thread(
            () ->
                ProcessHandle.current()
                    .parent()
                    .ifPresent(
                        parent ->
                            parent
                                .onExit()
                                .thenRun(() -> System.exit(code(ExitCode.INTERNAL_ERROR)))),
            "liegg-launcher-watch");
    watch.setDaemon(true);
    watch.start();
  }
}
