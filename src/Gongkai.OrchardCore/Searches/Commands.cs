using System.Data;
using System.Data.Common;

namespace Gongkai.OrchardCore.Searches;

/// <summary>Commands and what is given to them.</summary>
internal static class Commands
{
    /// <summary>Gives a command another text and its parameters. What is null is a number that is not known.</summary>
    public static DbCommand With(this DbCommand command, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        command.CommandText = sql;
        command.Parameters.Clear();
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            if (value is null)
                parameter.DbType = DbType.Int32;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
