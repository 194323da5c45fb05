using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.Storage;

/// <summary>The schema on SQLite.</summary>
internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : StorageContext(options)
{
    /// <summary>SQLite begins immediately, so that no other process has read what this one is to change.</summary>
    public override Task<IDbContextTransaction> BeginWritingAsync(CancellationToken cancellationToken) => Database.BeginTransactionAsync(cancellationToken);

    /// <summary>ReadUncommitted is how SQLite is asked for a transaction that only reads.</summary>
    public override Task<IDbContextTransaction> BeginReadingAsync(CancellationToken cancellationToken) =>
        Database.BeginTransactionAsync(System.Data.IsolationLevel.ReadUncommitted, cancellationToken);

    public override Task InsertManyAsync<TRow>(IEnumerable<TRow> rows, CancellationToken cancellationToken) => SqliteInsert.RunAsync(this, rows, cancellationToken);

    public override Task InsertManyAsync(IEntityType table, IReadOnlyList<IProperty> columns, IReadOnlyCollection<object?[]> rows, CancellationToken cancellationToken) =>
        SqliteInsert.RunAsync(this, table, columns, rows, (row, i) => row[i], cancellationToken);

    public override async Task<IReadOnlyList<string>> FindDamageAsync(CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        foreach (var line in await Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync(cancellationToken))
        {
            if (line != "ok")
                faults.Add($"数据库文件损坏：{line}");
        }

        foreach (var table in await Database.SqlQueryRaw<string>("""SELECT "table" AS Value FROM pragma_foreign_key_check""").ToListAsync(cancellationToken))
            faults.Add($"表 {table} 中有一行指向不存在的版本。");
        return faults;
    }
}
