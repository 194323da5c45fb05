using Npgsql;

namespace Gongkai.Storage;

/// <summary>Why a PostgreSQL server does not do what is asked, as far as whoever runs the site can mend it.</summary>
internal static class PostgresOutage
{
    /// <summary>The reason in Simplified Chinese; null when the fault is none of the server's.</summary>
    public static string? ReasonOf(Exception fault) => fault switch
    {
        PostgresException refused => ReasonOf(refused.SqlState),
        NpgsqlException { InnerException: TimeoutException } => "服务器没有及时回答，请检查网络和服务器的负载。",
        NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException } => "连接不上，或连接中断了。请检查服务器是否在运行、地址和端口是否正确。",
        NpgsqlException { InnerException: null, IsTransient: true } => "连接中断了。请检查服务器是否在运行。",
        _ => null,
    };

    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    private static string? ReasonOf(string state) => state switch
    {
        "57P01" or "57P02" or "57P05" => "服务器正在停止。请启动服务器后再试。",
        "57P03" => "服务器正在启动或恢复，请稍后再试。",
        "57014" => "服务器中断了一个耗时过长的查询，请稍后再试。",
        "53300" => "连接数已满，请调大 max_connections，或减小连接字符串中的 Maximum Pool Size。",
        "53100" => "服务器的磁盘已满，请腾出空间。",
        "25006" => "服务器只读，可能是备用服务器，请连接主服务器。",
        "28P01" or "28000" => "用户名或密码不对，或不允许从这里连接，请检查连接字符串和 pg_hba.conf。",
        "3D000" => "没有这个数据库，请先建立（createdb）。",
        "42501" => "用户的权限不够，请让它成为数据库的所有者。",
        "XX001" or "XX002" => "数据文件已损坏，请检查磁盘，用备份恢复。",
        _ when state.StartsWith("08", StringComparison.Ordinal) => "连接中断了。请检查服务器是否在运行。",
        _ when state.StartsWith("53", StringComparison.Ordinal) || state.StartsWith("58", StringComparison.Ordinal) => $"服务器的资源不足或读写出错（{state}），请查看服务器的日志。",
        _ => null,
    };
}
