using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongkai.Storage;

/// <summary>The schema on PostgreSQL.</summary>
internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : StorageContext(options)
{
    /// <summary>Compares byte by byte, as SQLite does: ids and addresses sort alike everywhere, whatever language the server speaks.</summary>
    public const string Collation = "C";

    /// <summary>The lock is given back after the commit is visible: whoever gets it next sees all that went before.</summary>
    public override async Task<IDbContextTransaction> BeginWritingAsync(CancellationToken cancellationToken)
    {
        var transaction = await Database.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted, cancellationToken);
        await using var command = Database.GetDbConnection().CreateCommand();
        command.CommandText = PostgresLock.OfTransaction;
        // As long as the other one writes: an import's batch, or all of a type's items after a change of its definition.
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
        return transaction;
    }

    public override async Task<IDbContextTransaction> BeginReadingAsync(CancellationToken cancellationToken)
    {
        var transaction = await Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        await Database.ExecuteSqlRawAsync("SET TRANSACTION READ ONLY", cancellationToken);
        return transaction;
    }

    public override Task InsertManyAsync<TRow>(IEnumerable<TRow> rows, CancellationToken cancellationToken) => PostgresInsert.RunAsync(this, rows, cancellationToken);

    public override Task InsertManyAsync(IEntityType table, IReadOnlyList<IProperty> columns, IReadOnlyCollection<object?[]> rows, CancellationToken cancellationToken) =>
        PostgresInsert.RunAsync(this, table, columns, rows, (row, i) => row[i], cancellationToken);

    public override Task<IReadOnlyList<string>> FindDamageAsync(CancellationToken cancellationToken) => PostgresDamage.FindAsync(this, cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(property => property.ClrType == typeof(string)))
            property.SetCollation(Collation);
    }

    /// <summary>Every time of the site is UTC, whether or not the value says so.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(time => DateTime.SpecifyKind(time, DateTimeKind.Utc), time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
