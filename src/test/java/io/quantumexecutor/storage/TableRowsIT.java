package io.quantumexecutor.storage;

final class TableRowsIT extends RowsContract {
  @Override
  StorageAccount account() {
    StorageAccount account = SharedAzurite.account();
    account.createTable("contract");
    return account;
  }
}
