package dev.bourse.core.state;

import dev.bourse.topics.command.Settings;

/** The settings under which the cell decides. */
public record SettingsRow(Settings settings) implements Row {

  /** Where they are kept. */
  public static final RowKey KEY = new RowKey(Table.SETTINGS, "");

  @Override
  public RowKey key() {
    return KEY;
  }
}
