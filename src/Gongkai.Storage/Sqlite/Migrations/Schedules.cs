using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Sqlite.Migrations;

/// <summary>What is to be done later, by its time. An item from before has no such part: the table begins empty.</summary>
[DbContext(typeof(SqliteContext))]
[Migration("20261124000000_Schedules")]
internal sealed class Schedules : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Schedules",
            columns: table => new
            {
                VersionKey = table.Column<long>(nullable: false),
                Action = table.Column<int>(nullable: false),
                DueUtc = table.Column<DateTime>(nullable: false)
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Schedules", x => new { x.VersionKey, x.Action });
                table.ForeignKey(
                    name: "FK_Schedules_Versions_VersionKey",
                    column: x => x.VersionKey,
                    principalTable: "Versions",
                    principalColumn: "Key",
                    onDelete: ReferentialAction.Cascade);
            });

        migrationBuilder.CreateIndex(
            name: "IX_Schedules_DueUtc",
            table: "Schedules",
            column: "DueUtc");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable(name: "Schedules");
}
