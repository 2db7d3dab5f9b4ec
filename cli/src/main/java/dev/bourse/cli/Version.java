package dev.bourse.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version, from the manifest. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    @Nullable String version = Bourse.class.getPackage().getImplementationVersion();
    return new String[] {"bourse " + (version == null ? "(built from source)" : version)};
  }
}
