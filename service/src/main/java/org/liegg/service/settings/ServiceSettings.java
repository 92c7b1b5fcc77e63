package org.liegg.service.settings;

import java.nio.file.Path;

/**
 * What the one who runs a service says about it.
 *
 * @param network where it listens, and to whom
 * @param storage where it keeps what it has
 * @param work how it works
 * @param limits what it takes from one who asks
 */
public record ServiceSettings(Network network, Storage storage, Work work, Limits limits) {

  /** The defaults, for this machine alone. */
  public static ServiceSettings local(int port, Path folder) {
    return new ServiceSettings(
        Network.local(port), Storage.in(folder), Work.defaults(), Limits.defaults());
  }

  /** The same for others. */
  public ServiceSettings with(Network other) {
    return new ServiceSettings(other, storage, work, limits);
  }

  /** The same kept elsewhere. */
  public ServiceSettings with(Storage other) {
    return new ServiceSettings(network, other, work, limits);
  }

  /** The same that works otherwise. */
  public ServiceSettings with(Work other) {
    return new ServiceSettings(network, storage, other, limits);
  }

  /** The same with other limits. */
  public ServiceSettings with(Limits other) {
    return new ServiceSettings(network, storage, work, other);
  }
}
