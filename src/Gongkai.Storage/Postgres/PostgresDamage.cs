using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Gongkai.Storage;

/// <summary>What can be asked of a PostgreSQL server about the health of a database by whoever owns only that: the rest is the server's own tools' (pg_amcheck).</summary>
internal static class PostgresDamage
{
    public static async Task<IReadOnlyList<string>> FindAsync(PostgresContext context, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        if (await AskAsync<long>(context, """SELECT COALESCE(SUM(checksum_failures), 0)::bigint AS "Value" FROM pg_stat_database WHERE datname = current_database()""", cancellationToken) is [> 0 and var failures])
            faults.Add($"数据库服务器发现 {failures} 个损坏的数据页，请检查磁盘，用备份恢复。");
        foreach (var index in await AskAsync<string>(context,
            """SELECT c.relname::text AS "Value" FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND NOT i.indisvalid ORDER BY 1""", cancellationToken))
            faults.Add($"数据库索引 {index} 无效，请在数据库上执行 REINDEX。");
        foreach (var reference in context.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()))
        {
            foreach (var _ in await AskAsync<int>(context, StrayRows(context.GetService<ISqlGenerationHelper>(), reference), cancellationToken))
                faults.Add($"表 {reference.DeclaringEntityType.GetTableName()} 中有一行指向不存在的版本。");
        }

        return faults;
    }

    private static string StrayRows(ISqlGenerationHelper sql, IForeignKey reference)
    {
        var (from, to) = (sql.DelimitIdentifier(reference.DeclaringEntityType.GetTableName()!), sql.DelimitIdentifier(reference.PrincipalEntityType.GetTableName()!));
        var (column, key) = (sql.DelimitIdentifier(reference.Properties[0].GetColumnName()), sql.DelimitIdentifier(reference.PrincipalKey.Properties[0].GetColumnName()));
        return $"""SELECT 1 AS "Value" FROM {from} r WHERE NOT EXISTS (SELECT 1 FROM {to} v WHERE v.{key} = r.{column})""";
    }

    private static Task<List<T>> AskAsync<T>(PostgresContext context, string sql, CancellationToken cancellationToken) => context.Database.SqlQueryRaw<T>(sql).ToListAsync(cancellationToken);
}
