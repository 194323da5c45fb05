namespace Gongkai.Storage;

/// <summary>A database as it was at one moment, in a form of no engine: each table as lines of JSON.</summary>
/// <param name="Engine">The engine it was taken from.</param>
/// <param name="Schema">The last migration of its schema, which every engine names alike.</param>
/// <param name="LastChange">The change feed's last number.</param>
/// <param name="AuditLast">The number of the audit trail's last row; 0 when there is none.</param>
/// <param name="AuditHash">That row's hash.</param>
/// <param name="Tables">The tables, each after those that it refers to.</param>
public sealed record DatabaseSnapshot(string Engine, string Schema, long LastChange, long AuditLast, string AuditHash, IReadOnlyList<TableSnapshot> Tables);

/// <summary>A table of a snapshot: a line of JSON for each row, an array of the columns' values, in the order of the primary key.</summary>
/// <param name="Name">The table.</param>
/// <param name="Columns">The columns in the order of the values.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="Sha256">Their hash, in lower-case hexadecimal digits.</param>
public sealed record TableSnapshot(string Name, IReadOnlyList<string> Columns, long Rows, long Length, string Sha256);
